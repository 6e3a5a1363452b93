import 'reflect-metadata';
import { startCluster } from './postgres.js';

declare global {
  var stopCluster: (() => Promise<void>) | undefined;
}

export default async function setUp(): Promise<void> {
  globalThis.stopCluster = await startCluster();
}
