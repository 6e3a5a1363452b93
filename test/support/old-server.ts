import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** As much of the protocol as it takes to let anybody in and to say which version one is. */
export class OldServer {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async listen(): Promise<OldServer> {
    const server = createServer((socket) => OldServer.serve(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OldServer(server, (server.address() as { port: number }).port);
  }

  close(): void {
    this.server.close();
  }

  private static serve(socket: Socket): void {
    const letIn = [
      message('R', int32(0)),
      message('S', text('server_version'), text('17.6')),
      message('Z', Buffer.from('I')),
    ];
    const column = [
      text('server_version_num'),
      int32(0),
      int16(0),
      int32(25),
      int16(-1),
      int32(-1),
      int16(0),
    ];
    const answer = [
      message('T', int16(1), ...column),
      message('D', int16(1), int32(6), Buffer.from('170006')),
      message('C', text('SHOW')),
      message('Z', Buffer.from('I')),
    ];
    socket.once('data', () => {
      socket.write(Buffer.concat(letIn));
      socket.on('data', (asked) => {
        if (asked.toString('latin1', 0, 1) === 'Q') socket.write(Buffer.concat(answer));
      });
    });
  }
}

const text = (value: string): Buffer => Buffer.from(`${value}\0`);

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}
