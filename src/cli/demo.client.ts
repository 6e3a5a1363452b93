import type { Config } from '../config.js';

/** As much of an answer as the demo reads. */
export interface Answer {
  readonly id?: string;
  readonly link?: string;
  readonly nextCursor?: string | null;
  readonly items?: readonly DemoTask[];
}

export interface DemoTask {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly entitlements: readonly { readonly occupation: string }[];
}

/** Somebody at a keyboard: signs in and calls the API like everyone else. */
export class DemoClient {
  private cookie = '';
  private step = 0;

  constructor(
    private readonly config: Config,
    private readonly who: string,
  ) {}

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
  async make(path: string, body: object | undefined): Promise<Answer> {
    const response = await this.send('POST', path, body);
    const answer = (await response.json()) as Answer;
    if (response.status !== 201) throw new Error(`The demo clinic could not be made: ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async refused(path: string): Promise<void> {
    const response = await this.send('POST', path);
    if (response.status !== 409) throw new Error(`${path} should have been refused, but answered ${response.status}`);
  }

  private send(method: string, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = {
      Origin: new URL(this.config.publicUrl).origin,
      Cookie: this.cookie,
      'Idempotency-Key': `demo-${this.who}-${this.step++}`,
      ...(body && { 'Content-Type': 'application/json' }),
    };
    const url = `http://127.0.0.1:${this.config.port}/api/v1/${path}`;
    return fetch(url, { method, headers: method === 'GET' ? { Cookie: this.cookie } : headers, body: body && JSON.stringify(body) });
  }
}
