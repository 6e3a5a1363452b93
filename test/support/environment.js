// Plain JavaScript on the built product: jest loads this file once in each worker, outside of the sandboxes of the test files.
import { TestEnvironment } from 'jest-environment-node';

/** The sandbox of a test file, with doors to the product and to browsers, which are outside of it and warm for the next file. */
export default class WithProduct extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.outside = () => import('./application.js');
    this.global.browsers = () => import('playwright-core');
  }
}
