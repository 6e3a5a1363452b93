import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cell } from './cell.rules.js';
import type { Delimiter } from './delimiter.rules.js';

/** A row that holds something, by the number that a spreadsheet shows beside it. */
export interface Line {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type TableAsked =
  | { readonly kind: 'csv'; readonly text: string; readonly delimiter: Delimiter; readonly most: number }
  | {
      readonly kind: 'xlsx';
      readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
      readonly sheet: string | null;
      readonly most: number;
    };

export interface TableRead {
  readonly lines: readonly Line[];
  /** Null where there is none by that name, and in a file that has no sheets. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Numbers in it are other days than elsewhere. */
  readonly from1904: boolean;
}

/** `unreadable`: no such table. `too-much`: more than its share of time or memory. */
export class TableError extends Error {
  constructor(
    readonly code: 'unreadable' | 'too-much',
    cause?: unknown,
  ) {
    super(code, { cause });
    this.name = 'TableError';
  }
}

const patience = 20_000;
const idle = 10_000;
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const program = new URL(`./table.worker${extname(import.meta.url)}`, import.meta.url);

/** A thread that has nothing to read: the next file finds it warm, and without one it ends. */
let resting: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined;
let last: Promise<unknown> = Promise.resolve();

/** The last file of each clinic that has any waiting. */
const lastOf = new Map<string, Promise<unknown>>();

/**
 * One file after the other, in a thread with its own time and memory: whatever it is made to do, it is ended. A clinic's next
 * file gets in line when the one before it has been read: however many it sends, another clinic waits for one of them.
 */
export function readTable(clinicId: string, asked: TableAsked): Promise<TableRead> {
  const mine = (lastOf.get(clinicId) ?? Promise.resolve()).then(() => inLine(asked));
  const over = mine
    .catch(() => undefined)
    .then(() => {
      if (lastOf.get(clinicId) === over) lastOf.delete(clinicId);
    });
  lastOf.set(clinicId, over);
  return mine;
}

function inLine(asked: TableAsked): Promise<TableRead> {
  const mine = last.then(() => readApart(asked));
  last = mine.catch(() => undefined);
  return mine;
}

function readApart(asked: TableAsked): Promise<TableRead> {
  const worker = wake();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new TableError('too-much')), patience);
    const fail = (error: TableError): void => {
      clearTimeout(timer);
      letGo(worker);
      reject(error);
    };
    worker.once('error', (error) => fail(tableError(error)));
    worker.once('exit', () => fail(new TableError('unreadable')));
    worker.once('message', (read: TableRead | { readonly unreadable: string }) => {
      clearTimeout(timer);
      rest(worker);
      if ('unreadable' in read) reject(new TableError('unreadable', read.unreadable));
      else resolve(read);
    });
    worker.postMessage(asked);
  });
}

/** It may run out of memory before it has ended: an error that nobody hears would end the whole process. */
export function letGo(worker: Worker): void {
  worker.removeAllListeners();
  worker.on('error', () => undefined);
  void worker.terminate();
}

function wake(): Worker {
  const { worker, end } = resting ?? { worker: new Worker(program, { resourceLimits: limits }) };
  resting = undefined;
  clearTimeout(end);
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

/** It keeps no process from ending, and is nobody's any more when it ends. */
function rest(worker: Worker): void {
  const forget = (): void => {
    if (resting?.worker !== worker) return;
    clearTimeout(resting.end);
    resting = undefined;
  };
  const end = setTimeout(() => {
    forget();
    letGo(worker);
  }, idle);
  worker.removeAllListeners();
  worker.once('error', forget).once('exit', forget).unref();
  resting = { worker, end: end.unref() };
}

const tableError = (error: unknown): TableError => {
  const isTooMuch = Reflect.get(Object(error), 'code') === 'ERR_WORKER_OUT_OF_MEMORY';
  return new TableError(isTooMuch ? 'too-much' : 'unreadable', error);
};
