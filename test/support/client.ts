import type request from 'supertest';
import type { TestApp } from './app.js';
import { outside } from './outside.js';

/** A body as `JSON.parse` gives it: tests read answers of every shape, and each asserts what it reads. */
export type Json = ReturnType<typeof JSON.parse>;

type Headers = Record<string, string>;

/** Somebody who calls the API: with a cookie, with a token, or with nothing. */
export class Client {
  constructor(
    private readonly testApp: TestApp,
    readonly headers: Headers = {},
  ) {}

  with(headers: Headers): Client {
    return new Client(this.testApp, { ...this.headers, ...headers });
  }

  get(path: string): request.Test {
    return this.call('get', path);
  }

  post(path: string, body?: object, headers: Headers = {}): request.Test {
    const call = this.call('post', path).set(headers);
    return body === undefined ? call : call.send(body);
  }

  patch(path: string, body: object, version: number | string): request.Test {
    return this.call('patch', path)
      .set('If-Match', typeof version === 'number' ? `"${version}"` : version)
      .send(body);
  }

  put(path: string, body: object): request.Test {
    return this.call('put', path).send(body);
  }

  delete(path: string, version?: number): request.Test {
    const call = this.call('delete', path);
    return version === undefined ? call : call.set('If-Match', `"${version}"`);
  }

  /** Sends a file as a form, and gives the answer; fails with the problem if it is refused. */
  async sendFile(path: string, file: { name: string; bytes: Buffer }): Promise<Json> {
    return expectStatus(await this.call('post', path).attach('file', file.bytes, file.name), 201).body;
  }

  /** Makes something and gives the answer; fails with the problem if it is refused. */
  async make(path: string, body?: object): Promise<Json> {
    return expectStatus(await this.post(path, body), 201).body;
  }

  async read(path: string): Promise<Json> {
    return expectStatus(await this.get(path), 200).body;
  }

  /** The refusal codes of an act that must be refused by rule. */
  async refusedWith(path: string, body?: object): Promise<string[]> {
    const answer = expectStatus(await this.post(path, body), 409).body;
    return answer.refusals.map(({ code }: { code: string }) => code);
  }

  async signIn(email: string, password: string): Promise<Client> {
    const answer = expectStatus(await this.post('session', { email, password }), 201);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return this.with({ Cookie: cookie, Origin: new URL(this.testApp.config.publicUrl).origin });
  }

  call(method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string): request.Test {
    const url = path.startsWith('/') ? path : `/api/v1/${path}`;
    return outside.callOn(this.testApp.app.getHttpServer(), method, url).set(this.headers);
  }
}

function expectStatus(answer: request.Response, status: number): request.Response {
  if (answer.status !== status) {
    throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 2000)}`);
  }
  return answer;
}
