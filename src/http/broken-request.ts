import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problemBody } from './problem.js';

/**
 * What Node cannot read as HTTP never reaches Express: headers beyond all bounds, two lengths for one body.
 * It is told as a problem like the rest, and the connection ends, since nobody knows where the next request starts.
 */
export function answerBrokenRequests(server: Server): void {
  const answering = new WeakSet<Socket>();
  server.on('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    answering.add(socket);
    res.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (_error: Error, socket: Socket) => {
    // Half an answer must not go on as another.
    if (!socket.writable || answering.has(socket)) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(problemBody(new Problem('malformed'), 'nb', '/'));
    const headers = [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
    ];
    socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
  });
}
