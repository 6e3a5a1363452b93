import { createHash } from 'node:crypto';
import type { Config } from '../config.js';

/** As much of an answer as the demo reads. */
export interface Answer {
  readonly id?: string;
  readonly link?: string;
  readonly nextCursor?: string | null;
  readonly items?: readonly DemoTask[];
  readonly goals?: readonly { readonly id: string }[];
}

export interface DemoTask {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly catalogueCode: string | null;
  readonly entitlements: readonly { readonly occupation: string }[];
}

/** The API answered something else than the story of the demo expects. */
export class DemoInterrupted extends Error {}

/** Somebody at a keyboard: signs in and calls the API like everyone else. */
export class DemoClient {
  private cookie = '';

  constructor(private readonly config: Config) {}

  async signIn(email: string, password: string): Promise<boolean> {
    const response = await this.send('POST', 'session', { email, password });
    if (response.status !== 201) return false;
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return true;
  }

  async get(path: string): Promise<Answer> {
    return (await (await this.send('GET', path)).json()) as Answer;
  }

  /** Makes something, or finds that an earlier, interrupted start has made it. */
  make(path: string, body?: object): Promise<Answer> {
    return this.expect(201, path, body);
  }

  /** An attempt that the rules must refuse. */
  async refused(path: string, body?: object): Promise<void> {
    await this.expect(409, path, body);
  }

  /** Puts something in the place of whatever stands there. */
  put(path: string, body: object): Promise<Answer> {
    return this.expect(200, path, body, 'PUT');
  }

  /** Lays a file by something. A later start must ask first whether it is there. */
  async attach(path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const headers = { Origin: new URL(this.config.publicUrl).origin, Cookie: this.cookie };
    const response = await fetch(this.urlOf(path), { method: 'POST', headers, body: form });
    if (response.status !== 201)
      throw new DemoInterrupted(`POST ${path}: ${response.status} ${await response.text()}`);
  }

  private urlOf = (path: string): string => `http://127.0.0.1:${this.config.port}/api/v1/${path}`;

  private async expect(status: number, path: string, body?: object, method = 'POST'): Promise<Answer> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (response.status !== status)
      throw new DemoInterrupted(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** The key is the request itself, so that the same step of a later start is a repeat and has no second effect. */
  private send(method: string, path: string, body?: object): Promise<Response> {
    const url = this.urlOf(path);
    if (method === 'GET') return fetch(url, { headers: { Cookie: this.cookie } });
    const sent = body && JSON.stringify(body);
    const headers = {
      Origin: new URL(this.config.publicUrl).origin,
      Cookie: this.cookie,
      'Idempotency-Key': `demo-${createHash('sha256').update(`${path} ${sent}`).digest('hex')}`,
      ...(method === 'PUT' && { 'If-Match': '*' }),
      ...(sent && { 'Content-Type': 'application/json' }),
    };
    return fetch(url, { method, headers, body: sent });
  }
}
