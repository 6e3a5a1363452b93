import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };
const atOnce = 4;

const digest = promisify(argon2);
const waiting: (() => void)[] = [];
let running = 0;

/** Hashing takes memory on purpose, so only a few run at once: sign-in storms wait in line and do not fill the machine. */
async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

const tagOf = (password: string, salt: Buffer): Promise<Buffer> =>
  inLine(() => digest('argon2id', { ...cost, message: Buffer.from(password.normalize('NFC')), nonce: salt }));

/** A PHC string: the parameters go with the hash, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt.toString('base64')}$${tag.toString('base64')}`;
}

/** Takes as long for an unknown account (`stored` undefined) as for a wrong password. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [salt, tag] = (stored?.split('$').slice(-2) ?? []).map((part) => Buffer.from(part, 'base64'));
  const given = await tagOf(password, salt ?? Buffer.alloc(16));
  return tag !== undefined && tag.length === given.length && timingSafeEqual(tag, given);
}
