/** A setting that cannot be used: one line that names the variable and how to mend it. */
export class ConfigError extends Error {}

interface Variable {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

/** Every environment variable the product reads; `.env.example` and docker-compose.yml are held equal to this by a test. */
export const configVariables = [
  { name: 'PORT', default: '3000', description: 'Port to listen on.' },
  { name: 'DATA_DIR', default: './data', description: 'Embedded database and keys.' },
  {
    name: 'DATABASE_URL',
    default: '',
    description: "PostgreSQL 18 as the application's role; empty: the embedded one.",
  },
  {
    name: 'DATABASE_OWNER_URL',
    default: '',
    description: 'The same database as the role that owns the schema, for migrations.',
  },
  { name: 'PUBLIC_URL', default: '', description: 'Address that users see; empty: http://localhost:<PORT>.' },
  {
    name: 'LOG_SIGNING_KEY_FILE',
    default: '',
    description: 'Keys that sign the log, made at the first start; empty: <DATA_DIR>/log-signing-key.',
  },
  {
    name: 'LOG_SIGNING_KEY',
    default: '',
    description: 'The same keys as a value, one a line, in place of the file.',
  },
  {
    name: 'DEMO',
    default: '',
    description: 'Load the demo clinic; empty: true with the embedded database, else false.',
  },
  { name: 'LOG_LEVEL', default: 'info', description: 'silent, fatal, error, warn, info, debug or trace.' },
  { name: 'METRICS_TOKEN', default: '', description: 'Bearer token for /metrics; empty: closed.' },
] as const satisfies readonly Variable[];

const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** The environment, parsed once. */
export class Config {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly publicUrl: string;
  readonly logSigningKeyFile: string;
  readonly logSigningKey: string | null;
  readonly demo: boolean;
  readonly logLevel: string;
  readonly metricsToken: string | null;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const value = (name: (typeof configVariables)[number]['name']) => env[name]?.trim() || null;
    this.port = portOf(value('PORT') ?? '3000');
    this.dataDir = value('DATA_DIR') ?? './data';
    this.databaseUrl = databaseOf('DATABASE_URL', value('DATABASE_URL'));
    this.databaseOwnerUrl = databaseOf('DATABASE_OWNER_URL', value('DATABASE_OWNER_URL'));
    if (this.databaseOwnerUrl && !this.databaseUrl) {
      throw new ConfigError(
        'DATABASE_OWNER_URL is set without DATABASE_URL: give both, or neither for the embedded database.',
      );
    }
    this.publicUrl = publicOf(value('PUBLIC_URL')) ?? `http://localhost:${this.port}`;
    this.logSigningKeyFile = value('LOG_SIGNING_KEY_FILE') ?? `${this.dataDir}/log-signing-key`;
    this.logSigningKey = value('LOG_SIGNING_KEY');
    this.demo =
      oneOf('DEMO', value('DEMO') ?? String(this.databaseUrl === null), ['true', 'false']) === 'true';
    this.logLevel = oneOf('LOG_LEVEL', value('LOG_LEVEL') ?? 'info', levels);
    this.metricsToken = value('METRICS_TOKEN');
  }

  /** `__Host-` binds the cookie to this host over https; plain http on localhost cannot carry it. */
  get cookieName(): string {
    return this.publicUrl.startsWith('https:') ? '__Host-fullmakt' : 'fullmakt';
  }
}

export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => new Config(env);

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT is "${text}"; give a number from 0 to 65535.`);
  return port;
}

function databaseOf(name: string, text: string | null): string | null {
  if (text === null) return null;
  const url = parsed(text);
  const named = url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.hostname && url.username;
  if (named && isEncoded(url.username) && isEncoded(url.password)) return text;
  // The value is not repeated: it holds a password.
  throw new ConfigError(
    `${name} is not of the form postgres://ROLE:PASSWORD@HOST:5432/DATABASE, with other characters than letters and digits percent-encoded.`,
  );
}

function publicOf(text: string | null): string | null {
  if (text === null) return null;
  const url = parsed(text);
  if (url && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash)
    return text.replace(/\/+$/, '');
  throw new ConfigError(`PUBLIC_URL is "${text}"; give an address like https://fullmakt.example.no.`);
}

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text).length >= 0;
  } catch {
    return false;
  }
}

function oneOf(name: string, text: string, values: readonly string[]): string {
  if (values.includes(text)) return text;
  throw new ConfigError(`${name} is "${text}"; give one of ${values.join(', ')}.`);
}
