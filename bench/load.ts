import net from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One connection that stays open; `send` takes whole HTTP requests, one at a time. */
export interface Connection {
  send(request: string): Promise<Answer>;
  close(): void;
}

/**
 * Just enough of HTTP/1.1 to be cheap: the generator shares the machine with what it measures.
 * Answers must carry Content-Length.
 */
export function connect(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
    let received: Buffer[] = [];
    let missing = 0;
    const failed = (error: Error) => {
      reject(error);
      waiting?.reject(error);
    };
    socket.on('error', failed);
    socket.on('close', () => failed(new Error('the server closed the connection')));
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk);
      missing -= chunk.length;
      if (missing > 0) return;
      const whole = Buffer.concat(received);
      const answer = answerIn(whole);
      received = answer ? [] : [whole];
      if (!answer) missing = missingIn(whole);
      if (!answer || !waiting) return;
      const { resolve: give } = waiting;
      waiting = undefined;
      give(answer);
    });
    socket.on('connect', () =>
      resolve({
        send: (request) =>
          new Promise((give, refuse) => {
            waiting = { resolve: give, reject: refuse };
            socket.write(request);
          }),
        close: () => socket.removeAllListeners('close').destroy(),
      }),
    );
  });
}

/** Of a long answer only the first part and the whole are looked at. */
function answerIn(bytes: Buffer): Answer | null {
  const end = headEnd(bytes);
  if (end === null || bytes.length < end + lengthIn(bytes, end)) return null;
  return {
    status: Number(bytes.toString('latin1', 9, 12)),
    body: bytes.toString('utf8', end, end + lengthIn(bytes, end)),
  };
}

/** Bytes that must come before there can be a whole answer. */
function missingIn(bytes: Buffer): number {
  const end = headEnd(bytes);
  return end === null ? 1 : end + lengthIn(bytes, end) - bytes.length;
}

function headEnd(bytes: Buffer): number | null {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? null : end + 4;
}

function lengthIn(bytes: Buffer, end: number): number {
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length: ${head}`);
  return Number(length);
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

/** The bytes of a request as a browser at `publicUrl` would send it. */
export function requestOf({ method, path, token, body }: Call): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const bodyHeaders =
    method === 'GET'
      ? ''
      : `Origin: ${publicUrl}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n${text && 'Content-Type: application/json\r\n'}`;
  return `${method} /api/v1/${path} HTTP/1.1\r\nHost: localhost\r\nCookie: fullmakt=${token}\r\n${bodyHeaders}\r\n${text}`;
}

/** The address the product is told it has; cookie requests must come from there. */
export const publicUrl = 'http://localhost:3000';

/** Fails the run on any other answer: a refused or broken request is no measurement. */
export async function expecting(status: number, connection: Connection, call: Call): Promise<Answer> {
  const answer = await connection.send(requestOf(call));
  if (answer.status !== status) {
    throw new Error(`${call.method} ${call.path}: ${answer.status} ${answer.body.slice(0, 500)}`);
  }
  return answer;
}

/** One unit of what is counted: a request, or a pair of them. */
export type Unit = (connection: Connection) => Promise<void>;

export interface Slice {
  readonly seconds: number;
  /** Milliseconds of each unit. */
  readonly latencies: readonly number[];
}

/** Runs units one after the other on each of the connections until the time is up; units under way are finished and counted. */
export async function run(
  port: number,
  connections: number,
  seconds: number,
  next: () => Unit,
): Promise<Slice> {
  const open = await Promise.all(Array.from({ length: connections }, () => connect(port)));
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    open.map(async (connection) => {
      for (let begun = performance.now(); begun < until; ) {
        await next()(connection);
        const done = performance.now();
        latencies.push(done - begun);
        begun = done;
      }
    }),
  );
  const slice = { seconds: (performance.now() - started) / 1000, latencies };
  for (const connection of open) connection.close();
  return slice;
}
