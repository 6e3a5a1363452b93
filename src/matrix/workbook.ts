import { Worker } from 'node:worker_threads';
import { harmless, type Sheet } from './sheet.js';

/** As source in the tests, and built where it runs. */
const program = new URL(import.meta.url.replace(/workbook\.(\w+)$/, 'workbook.worker.$1'));

/** What a workbook of the largest matrix needs, and as much again. */
const limits = { maxOldGenerationSizeMb: 512 };

let last: Promise<unknown> = Promise.resolve();

/**
 * The bytes of a workbook with its first row and column frozen.
 * Made in a thread of its own, for a large one takes seconds and others are served meanwhile; one after the other, for it takes memory.
 */
export function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const made = last.then(() => inThread(sheets.map(written)));
  last = made.catch(() => undefined);
  return made;
}

/** XML holds no such characters, and a workbook with one of them is said to be broken. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const written = ({ name, rows }: Sheet): Sheet => ({
  name,
  rows: rows.map((row) => row.map((cell) => harmless(cell.replace(unwritable, '')))),
});

function inThread(sheets: readonly Sheet[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: sheets, resourceLimits: limits });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended before the workbook was made')));
  });
}
