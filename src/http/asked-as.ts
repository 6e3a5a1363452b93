import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Request } from 'express';

/** Longer than any question of a first page takes, in milliseconds; who waits longer gets a page that asks by itself. */
const patience = 5_000;

/**
 * What the API answers whoever sent `req`, asked through its own front door: parsed, or null for somebody who is not signed in.
 *
 * @throws Error with the status, when the API refuses or does not answer
 */
export async function askedAs(req: Request, path: string): Promise<unknown> {
  if (req.headers.cookie === undefined) return null;
  const answer = await answerTo(req, path);
  const content = await json(answer);
  if (answer.statusCode === 401) return null;
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
  return content;
}

function answerTo(req: Request, path: string): Promise<IncomingMessage> {
  const { localPort: port } = req.socket;
  const headers = {
    cookie: req.headers.cookie,
    'accept-language': cookieNamed(req, 'fullmakt-language') ?? 'nb',
    'x-forwarded-for': req.ip,
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    get({ host: '127.0.0.1', port, path, headers, agent: false, signal }, resolve).once('error', reject);
  });
}

export function cookieNamed(req: Request, name: string): string | undefined {
  const pairs = req.headers.cookie?.split(';').map((pair) => pair.trim().split('=', 2)) ?? [];
  return pairs.find(([key]) => key === name)?.[1];
}
