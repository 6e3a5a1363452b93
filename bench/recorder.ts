import net from 'node:net';
import type { Statement } from './statements.ts';

/** A proxy before PostgreSQL that writes down every statement on its way. */
export class Recorder {
  private heard: Statement[] = [];

  private readonly server: net.Server;
  /** The database's address through the proxy. */
  readonly url: string;

  private constructor(server: net.Server, url: string) {
    this.server = server;
    this.url = url;
  }

  static async before(databaseUrl: string): Promise<Recorder> {
    const target = new URL(databaseUrl);
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as net.AddressInfo).port);
    const recorder = new Recorder(server, url.href);
    server.on('connection', (client) => recorder.relay(client, Number(target.port || 5432), target.hostname));
    return recorder;
  }

  /** What went to the database while `work` ran. */
  async during(work: () => Promise<void>): Promise<Statement[]> {
    const heard: Statement[] = [];
    this.heard = heard;
    await work();
    this.heard = [];
    return heard;
  }

  close(): void {
    this.server.close();
  }

  private relay(client: net.Socket, port: number, host: string): void {
    const database = net.connect({ port, host, noDelay: true });
    client.setNoDelay(true);
    const listener = new Listener((statement) => this.heard.push(statement));
    client.on('data', (bytes: Buffer) => listener.hear(bytes));
    client.pipe(database);
    database.pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }
}

/** Reads one connection's messages to the server: https://www.postgresql.org/docs/18/protocol-message-formats.html */
class Listener {
  private bytes: Buffer = Buffer.alloc(0);
  private started = false;
  private readonly prepared = new Map<string, string>();
  private readonly tell: (statement: Statement) => void;

  constructor(tell: (statement: Statement) => void) {
    this.tell = tell;
  }

  hear(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    for (;;) {
      const tag = this.started ? 1 : 0;
      if (this.bytes.length < tag + 4) return;
      const length = this.bytes.readInt32BE(tag) + tag;
      if (this.bytes.length < length) return;
      const message = this.bytes.subarray(0, length);
      this.bytes = this.bytes.subarray(length);
      if (this.started) this.message(String.fromCharCode(message[0] as number), message.subarray(5));
      this.started = true;
    }
  }

  private message(type: string, body: Buffer): void {
    if (type === 'Q') this.tell({ name: '', sql: body.toString('utf8', 0, body.length - 1), values: null });
    if (type === 'P') {
      const [name, sql] = body.toString('utf8').split('\0');
      this.prepared.set(name ?? '', sql ?? '');
    }
    if (type === 'B') this.bind(body);
  }

  private bind(body: Buffer): void {
    const portalEnd = body.indexOf(0);
    const nameEnd = body.indexOf(0, portalEnd + 1);
    const name = body.toString('utf8', portalEnd + 1, nameEnd);
    let at = nameEnd + 1;
    const formats = body.readInt16BE(at);
    at += 2;
    for (let i = 0; i < formats; i++, at += 2) {
      if (body.readInt16BE(at) !== 0) throw new Error('a binary value: the floor could not send it again');
    }
    const values: (string | null)[] = [];
    const count = body.readInt16BE(at);
    at += 2;
    for (let i = 0; i < count; i++) {
      const length = body.readInt32BE(at);
      at += 4;
      values.push(length < 0 ? null : body.toString('utf8', at, at + length));
      at += Math.max(0, length);
    }
    this.tell({ name, sql: this.prepared.get(name) ?? '', values });
  }
}
