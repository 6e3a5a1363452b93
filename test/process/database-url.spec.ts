import { once } from 'node:events';
import { createServer } from 'node:net';
import { assertPostgres18, assertPowerless, ensureApplicationRole } from '../../src/database/roles.js';
import { StartError } from '../../src/database/start-error.js';
import { createDatabase, type DatabaseUrls } from '../support/postgres.js';
import { freePort } from '../support/product.js';

let urls: DatabaseUrls;

beforeAll(async () => {
  urls = await createDatabase();
});

/** What a start would say: one line without the password. */
async function line(start: Promise<void>): Promise<string> {
  const error = await start.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartError)) throw new Error(`no StartError: ${error}`);
  expect(error.message).not.toMatch(/\n|hemmelig/);
  return error.message;
}

const but = (url: string, change: object): string => Object.assign(new URL(url), change).href;

describe('an address that leads nowhere says where it led', () => {
  it('nothing listens', async () => {
    const port = await freePort();
    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await line(assertPostgres18(`postgres://app:hemmelig@${host}:${port}/fullmakt`))).toBe(
        `DATABASE_URL: nothing listens at ${host}:${port}: start PostgreSQL there, or correct the address.`,
      );
    }
  });

  it('a host that does not exist', async () => {
    const url = 'postgres://app:hemmelig@db.invalid/fullmakt';
    expect(await line(assertPostgres18(url, 'DATABASE_OWNER_URL'))).toMatch(
      /^DATABASE_OWNER_URL: the host of db\.invalid:5432 is not known/,
    );
  });

  it('something that is no PostgreSQL', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    expect(await line(assertPostgres18(`postgres://app:hemmelig@127.0.0.1:${port}/fullmakt`))).toMatch(
      new RegExp(`^DATABASE_URL: 127\\.0\\.0\\.1:${port} does not answer as a PostgreSQL server`),
    );
    other.close();
  });

  it('a wrong password, role or database', async () => {
    expect(await line(assertPostgres18(but(urls.app, { password: 'hemmelig' })))).toMatch(
      /does not let the role "fullmakt_app" in/,
    );
    expect(await line(assertPostgres18(but(urls.app, { username: 'ingen' })))).toMatch(
      /does not let the role "ingen" in/,
    );
    expect(await line(assertPostgres18(but(urls.app, { pathname: '/ingen' })))).toMatch(
      /has no database "ingen"/,
    );
  });
});

describe('the role of the application', () => {
  it('is bound by row level security', async () => {
    await assertPowerless(urls.app);
    expect(await line(assertPowerless(urls.admin))).toMatch(
      /^The role "postgres" of DATABASE_URL is a superuser/,
    );
    expect(await line(assertPowerless(urls.owner))).toMatch(/^The role "fullmakt_owner" .* owns the schema/);
  });

  it('is another than the owner', async () => {
    expect(await line(ensureApplicationRole(urls.owner, urls.owner))).toMatch(
      /both name the role "fullmakt_owner"/,
    );
  });

  it('must be there where the owner may not make it', async () => {
    const missing = but(urls.app, { username: 'mangler' });
    expect(await line(ensureApplicationRole(urls.owner, missing))).toMatch(
      /^The role "mangler" of DATABASE_URL does not exist/,
    );
  });

  it('is left as it is where it is there', async () => {
    await ensureApplicationRole(urls.owner, urls.app);
    await assertPostgres18(urls.app);
  });

  it('is made by an owner who may, without any power, and lets in with its password alone', async () => {
    const role = `app ${process.pid} "ø"`;
    const made = but(urls.app, {
      username: encodeURIComponent(role),
      password: encodeURIComponent("h'ø%@/"),
    });
    await ensureApplicationRole(urls.admin, made);
    await ensureApplicationRole(urls.admin, made);
    await assertPowerless(made);
    expect(await line(assertPostgres18(but(made, { password: 'hemmelig' })))).toMatch(
      /does not let the role/,
    );
  });
});
