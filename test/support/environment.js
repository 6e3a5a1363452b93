// Plain JavaScript on the built product: jest loads this file once in each worker, outside of the sandboxes of the test files.
import { TestEnvironment } from 'jest-environment-node';
import { callOn } from './calls.js';

const doors = {
  application: () => import('./application.js'),
  browsers: () => import('playwright-core'),
  databases: () => import('./databases.js'),
};

/** The sandbox of a test file, with doors to what is outside of it: loaded once, and warm for the next file. */
export default class WithDoors extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.outside = { open: (door) => doors[door](), callOn };
  }
}
