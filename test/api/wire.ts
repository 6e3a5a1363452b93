import http from 'node:http';
import net from 'node:net';
import type { TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';

/** A request exactly as it goes out: nothing is normalised, encoded or added but the length. */
export interface Wire {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** Undefined when there is none. */
  readonly body: Json;
}

const agent = new http.Agent({ keepAlive: true });

export function portOf(testApp: TestApp): number {
  const address = testApp.app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

export function send(port: number, { method, path, headers = {}, body }: Wire): Promise<Answer> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const length = bytes ? { 'Content-Length': String(bytes.length) } : {};
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, agent, headers: { ...length, ...headers } };
    const request = http.request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(answerOf(response, Buffer.concat(parts).toString())));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

function answerOf({ statusCode = 0, headers }: http.IncomingMessage, text: string): Answer {
  const type = headers['content-type'] ?? '';
  const isJson = /^application\/(problem\+)?json(;|$)/.test(type) && text !== '';
  const body = isJson ? JSON.parse(text) : type.startsWith('text/plain') ? text : undefined;
  return { status: statusCode, headers, text, body };
}

/** What is answered to bytes that may be no HTTP at all; ends when the server closes the connection. */
export function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      answer += part;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
