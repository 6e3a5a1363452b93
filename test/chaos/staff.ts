import type { Json } from '../support/client.js';
import { publicUrl } from './installation.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The very answer of an earlier time (Idempotency-Replayed). */
  readonly replayed: boolean;
}

/** Somebody who is signed in; the cookie outlives every crash, as the session lies in the database. */
export interface Login {
  readonly personId: string;
  readonly cookie: string;
}

export interface Staff {
  readonly clinicId: string;
  readonly manager: Login;
  readonly doctors: readonly Login[];
  readonly helpers: readonly Login[];
  /** Helsesekretærer are entitled to it. */
  readonly ownTaskId: string;
  /** Doctors are, and may delegate it. */
  readonly delegableTaskId: string;
}

const password = 'et-godt-passord';

const headersOf = (cookie: string) => ({
  'Content-Type': 'application/json',
  Origin: publicUrl,
  Cookie: cookie,
});

export async function post(
  url: string,
  path: string,
  { cookie, body, key }: { cookie: string; body?: object; key?: string },
): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { ...headersOf(cookie), ...(key === undefined ? {} : { 'Idempotency-Key': key }) },
    body: JSON.stringify(body ?? {}),
  });
  const replayed = answer.headers.get('idempotency-replayed') === 'true';
  return { status: answer.status, text: await answer.text(), replayed };
}

export async function get(url: string, path: string, { cookie }: Login): Promise<Json> {
  const answer = await fetch(`${url}/api/v1/${path}`, { headers: headersOf(cookie) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function make(url: string, path: string, cookie: string, body: object): Promise<Json> {
  const { status, text } = await post(url, path, { cookie, body });
  if (status !== 201) throw new Error(`POST ${path}: ${status} ${text}`);
  return JSON.parse(text);
}

/** A clinic of two doctors and four helsesekretærer, all signed in. */
export async function hire(url: string): Promise<Staff> {
  const email = 'leder@example.no';
  const clinic = await make(url, 'clinics', '', {
    name: 'Krasjkontoret',
    kind: 'legekontor',
    manager: { name: 'Lise Leder', email, password },
  });
  const manager = { personId: clinic.personId, cookie: await signIn(url, email) };
  const all = { url, manager };
  const task = (name: string, occupation: string) =>
    make(url, 'tasks', manager.cookie, {
      name,
      area: 'skiftestue',
      entitlements: [{ occupation, mayDelegate: true }],
    });
  return {
    clinicId: clinic.id,
    manager,
    doctors: [await colleague(all, 'LE', 1), await colleague(all, 'LE', 2)],
    helpers: await Promise.all([3, 4, 5, 6].map((n) => colleague(all, 'HE', n))),
    ownTaskId: (await task('EKG', 'HE')).id,
    delegableTaskId: (await task('Intravenøs infusjon', 'LE')).id,
  };
}

async function colleague(
  { url, manager }: { url: string; manager: Login },
  occupation: string,
  n: number,
): Promise<Login> {
  const email = `person-${n}@example.no`;
  const name = `Person ${n}`;
  const ask = (path: string, body: object) => make(url, path, manager.cookie, body);
  const { id } = await ask('people', { name });
  await ask(`people/${id}/engagements`, { occupation, kind: 'ansatt', validFrom: '2024-01-01' });
  await ask(`people/${id}/authorisations`, {
    profession: occupation,
    approvalType: '1',
    validFrom: '2010-01-01',
    evidence: { source: 'HPR', checkedAt: '2024-01-01' },
  });
  const { link } = await ask('invitations', { email, personId: id, roles: ['staff'] });
  await make(url, 'invitations/accept', '', { token: link.split('#')[1], name, password });
  return { personId: id, cookie: await signIn(url, email) };
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: headersOf(''),
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 201) throw new Error(`POST session: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
