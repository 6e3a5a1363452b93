import createClient from 'openapi-fetch';
import { languageInUse } from '../app/language.ts';
import { inBrowser } from '../app/where.ts';
import { ApiProblem } from './problem.ts';
import { renewed } from './renewal.ts';
import type { paths } from './schema.ts';

type Line = (request: Request) => Promise<Response>;

let line: Line = (request) => fetch(request);

/** The server makes pages for others, and asks on behalf of whoever wants the page. */
export function askBy(other: Line): void {
  line = other;
}

/** The API on our own origin, typed by its contract; the session is a cookie that scripts never see. */
export const api = createClient<paths>({ baseUrl: inBrowser ? location.origin : 'http://page', fetch: send });

/** What was asked for, or the problem thrown. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw ApiProblem.of(response.status, error);
  return data as T;
}

/** PATCH and DELETE say which version they have seen. @public */
export const ifMatch = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` });

/** A session that has ended in the meantime is renewed in a dialog, and then the same request goes again. */
async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', languageInUse());
  const act = request.method === 'POST' ? `${request.url} ${await told(request)}` : null;
  if (act) request.headers.set('Idempotency-Key', keyOf(act));
  const again = request.clone();
  const answer = await reach(request);
  const final =
    answer.status === 401 && !ofSession(request) && (await renewed()) ? await reach(again) : answer;
  if (act) unanswered.delete(act);
  return final;
}

/** A form with a file is not held on to: it is told apart from the next one by the boundary that the browser gave it. */
async function told(request: Request): Promise<string> {
  const type = request.headers.get('Content-Type') ?? '';
  return type.startsWith('multipart/') ? type : request.clone().text();
}

async function reach(request: Request): Promise<Response> {
  try {
    return await line(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw ApiProblem.unreachable();
  }
}

const ofSession = ({ url }: Request): boolean =>
  /\/(session|clinics|invitations\/accept)$/.test(new URL(url).pathname);

/** An act that never got its answer keeps its key, so that sending it again does it once. */
const unanswered = new Map<string, string>();

function keyOf(act: string): string {
  const key = unanswered.get(act) ?? crypto.randomUUID();
  unanswered.set(act, key);
  return key;
}
