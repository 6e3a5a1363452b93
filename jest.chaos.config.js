import everyday from './jest.config.js';

/** The slow part of the suite, `npm run test:chaos`: processes are killed, one file at a time. */
export default {
  ...everyday,
  testMatch: ['**/*.chaos.ts'],
  maxWorkers: 1,
};
