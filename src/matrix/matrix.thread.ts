import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Language } from '../law/legal-bases.js';
import type { Found } from './matrix.loader.js';

/** What the thread is told first; on `port` it gets one part after the other, null after the last, and answers. */
export interface MatrixAsked extends Omit<Found, 'parts'> {
  readonly port: MessagePort;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly language: Language;
}

const program = new URL('./matrix.worker.js', import.meta.url);

/** A thread that would take more ends by itself, and takes no other with it. */
const limits = { maxOldGenerationSizeMb: 256 };

/**
 * A thread of its own for the decisions of matrices, which are a hundred thousand and more: others are served meanwhile, and
 * what is left behind is collected where little else lies. It begins with the first matrix, knows neither database nor secret,
 * and keeps no process from ending.
 */
@Injectable()
export class MatrixThread implements OnApplicationShutdown {
  private worker: Worker | undefined;

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** A `MatrixView` in JSON. As many at a time as there are connections: whoever asks keeps theirs until all is judged. */
  async write({ parts, ...head }: Found, at: number, language: Language): Promise<Buffer> {
    const { port1: ours, port2: port } = new MessageChannel();
    const answer = answerOn(ours);
    // It may fail while parts are looked for: that is told where it is awaited, and must not end the process before.
    answer.catch(() => undefined);
    const asked: MatrixAsked = { ...head, at, language, port };
    this.running().postMessage(asked, [port]);
    try {
      for await (const part of parts) ours.postMessage(part);
      ours.postMessage(null);
    } catch (error) {
      ours.close();
      throw error;
    }
    return answer;
  }

  /** The next one begins anew where this one ended. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(program, { env: {}, resourceLimits: limits });
    const forget = (): void => {
      if (this.worker === worker) this.worker = undefined;
    };
    // An error that nobody hears would end the process; whoever waits for an answer is told by the port, which closes.
    worker.on('error', (error) => new Logger('MatrixThread').error(error));
    worker.on('exit', forget).unref();
    this.worker = worker;
    return worker;
  }
}

/** The port is closed by its answer, and closes with the thread. */
const answerOn = (port: MessagePort): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    port.once('close', () => reject(new Error('the thread of the matrices ended before it answered')));
    port.once('message', (answer: Uint8Array | Error) => {
      if (answer instanceof Error) reject(answer);
      else resolve(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
      port.close();
    });
  });
