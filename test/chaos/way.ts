import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What is lost when the way is cut: a message before it arrives, or the answer to one that has been carried out. */
export type Loss = 'message' | 'answer';

/** A way to PostgreSQL that can be cut at any message, as a crash of the one side or the other would. */
export class Way {
  /** Messages since `count` or `cutAt`, whichever came last: one is what the server answers with ReadyForQuery. */
  passed = 0;
  private cut: { at: number; loss: Loss } | undefined;
  private readonly server: Server = createServer((socket) => this.pass(socket));

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Way> {
    const way = new Way(new URL(url));
    await once(way.server.listen(0, '127.0.0.1'), 'listening');
    return way;
  }

  get url(): string {
    const { port } = this.server.address() as { port: number };
    return Object.assign(new URL(this.target), { hostname: '127.0.0.1', port: String(port) }).href;
  }

  count(): void {
    this.passed = 0;
    this.cut = undefined;
  }

  cutAt(at: number, loss: Loss): void {
    this.passed = 0;
    this.cut = { at, loss };
  }

  close(): void {
    this.server.close();
  }

  private pass(client: Socket): void {
    const database = connect(Number(this.target.port || 5432), this.target.hostname);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const)
      one
        .setNoDelay()
        .on('error', () => other.destroy())
        .on('close', () => other.destroy());
    const asked = new Messages(true);
    const told = new Messages(false);
    let dying = false;
    client.on('data', (bytes: Buffer) => {
      for (const message of asked.take(bytes)) {
        const loss = isWhole(message) ? this.next() : undefined;
        dying ||= loss === 'answer';
        if (loss === 'message') client.destroy();
        else database.write(message);
      }
    });
    database.on('data', (bytes: Buffer) => {
      for (const message of told.take(bytes)) {
        if (!dying) client.write(message);
        else if (message[0] === readyForQuery) client.destroy();
      }
    });
  }

  private next(): Loss | undefined {
    this.passed += 1;
    return this.cut?.at === this.passed ? this.cut.loss : undefined;
  }
}

const [query, sync, readyForQuery] = ['Q', 'S', 'Z'].map((letter) => letter.charCodeAt(0));

/** A simple query, or the end of what belongs to a prepared one. */
const isWhole = ([type]: Buffer): boolean => type === query || type === sync;

/** Parts one direction of a connection into messages: a letter, but for the client's first, and a length. */
class Messages {
  private bytes: Buffer = Buffer.alloc(0);

  constructor(private first: boolean) {}

  take(chunk: Buffer): Buffer[] {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    const whole: Buffer[] = [];
    for (;;) {
      const tag = this.first ? 0 : 1;
      if (this.bytes.length < tag + 4) return whole;
      const length = tag + this.bytes.readInt32BE(tag);
      if (this.bytes.length < length) return whole;
      whole.push(this.bytes.subarray(0, length));
      this.bytes = this.bytes.subarray(length);
      this.first = false;
    }
  }
}
