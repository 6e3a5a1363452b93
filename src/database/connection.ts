import pg from 'pg';
import { codeOf, StartError } from './start-error.js';

const oldest = 18;
const patience = { connectionTimeoutMillis: 5_000, query_timeout: 5_000 };

/** A connection to a PostgreSQL 18 or newer; otherwise StartError names `variable`, the place and the mend. */
export async function connectOrSay(url: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'fullmakt-start', ...patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version >= oldest) return client;
    throw new StartError(
      `${variable}: ${placeOf(url)} is PostgreSQL ${version}; Fullmakt needs PostgreSQL ${oldest} or newer.`,
    );
  } catch (error) {
    client.end().catch(() => undefined);
    throw error instanceof StartError ? error : new StartError(`${variable}: ${reasonOf(error, url)}`);
  }
}

function reasonOf(error: unknown, url: string): string {
  const { username, pathname } = new URL(url);
  const place = placeOf(url);
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return `nothing listens at ${place}: start PostgreSQL there, or correct the address.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host of ${place} is not known: correct the address.`;
    case '28P01':
    case '28000':
      return `${place} does not let the role "${decodeURIComponent(username)}" in: correct the role or the password.`;
    case '3D000':
      return `${place} has no database "${decodeURIComponent(pathname.slice(1))}": create it, or correct the name.`;
    default:
      return `${place} does not answer as a PostgreSQL server (${withoutPassword(error, url)}): correct the address.`;
  }
}

const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}`;
};

function withoutPassword(error: unknown, url: string): string {
  const { password } = new URL(url);
  const text = (error instanceof Error && error.message) || 'no reason given';
  const secrets = [password, decodeURIComponent(password)].filter((secret) => secret !== '');
  return secrets.reduce((line, secret) => line.replaceAll(secret, '…'), text.replaceAll(/\s+/g, ' '));
}
