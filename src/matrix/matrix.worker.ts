import { on } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { writtenMatrix } from './matrix.fold.js';
import type { Part } from './matrix.loader.js';
import type { MatrixAsked } from './matrix.thread.js';
import { subjectsIn } from './matrix.unpack.js';

parentPort?.on('message', ({ port, ...asked }: MatrixAsked) => {
  answerTo(asked, partsFrom(port))
    .catch((error: unknown) => error)
    .then((answer) => port.postMessage(answer));
});

async function answerTo(
  { packed, competenceIds, at, language }: Omit<MatrixAsked, 'port'>,
  parts: AsyncIterable<Part>,
): Promise<Buffer> {
  const subjects = subjectsIn({ packed, competenceIds, parts });
  return writtenMatrix(subjects, { at, knownAt: null }, language);
}

/** Listens at once: a port that was closed before anybody listened would never be known to be. */
function partsFrom(port: MessagePort): AsyncIterable<Part> {
  const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[Part | null]>;
  return untilLast(messages);
}

async function* untilLast(messages: AsyncIterable<[Part | null]>): AsyncGenerator<Part> {
  for await (const [part] of messages) {
    if (part === null) return;
    yield part;
  }
  throw new Error('the matrix was given up before all of it was found');
}
