import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Line } from '../database/line.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** What one try of a password costs: OWASP's recommendation for argon2id, 19 MiB (`memory`, in KiB), two passes, one lane. */
@Injectable()
export class PasswordCost {
  readonly memory: number = 19_456;
  readonly passes: number = 2;
}

const parallelism = 1;
const tagLength = 32;
const atOnce = 4;
const digest = promisify(argon2);

/** Hashes passwords and tries them. Hashing takes memory on purpose, so only a few run at once: sign-in storms wait in line and do not fill the machine. */
@Injectable()
export class Passwords {
  private readonly line = new Line(atOnce);

  constructor(
    private readonly throttle: SignInThrottle,
    private readonly cost: PasswordCost,
  ) {}

  /** A PHC string: what it cost goes with the hash, so that the cost can be raised later. */
  async hash(password: string): Promise<string> {
    const { memory, passes } = this.cost;
    const salt = randomBytes(16);
    const tag = await this.tag(password, salt, this.cost);
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${salt.toString('base64')}$${tag.toString('base64')}`;
  }

  /**
   * Whether the password is the one of the address; a wrong one is counted, and 429 after too many.
   * Takes as long for an unknown account (`stored` undefined) as for a wrong password.
   */
  async isRight(email: string, password: string, stored: string | undefined): Promise<boolean> {
    this.throttle.check(email);
    const right = await this.isOf(password, stored);
    this.throttle.check(email);
    if (!right) this.throttle.failed(email);
    return right;
  }

  private async isOf(password: string, stored: string | undefined): Promise<boolean> {
    const known = /\$m=(\d+),t=(\d+),p=1\$([\w+/=]{24})\$([\w+/=]{44})$/.exec(stored ?? '');
    if (!known) {
      await this.tag(password, Buffer.alloc(16), this.cost);
      return false;
    }
    const [, memory, passes, salt = '', tag = ''] = known;
    const cost = { memory: Number(memory), passes: Number(passes) };
    const given = await this.tag(password, Buffer.from(salt, 'base64'), cost);
    const expected = Buffer.from(tag, 'base64');
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private tag(password: string, nonce: Buffer, { memory, passes }: PasswordCost): Promise<Buffer> {
    const message = Buffer.from(password.normalize('NFC'));
    return this.line.pass(() =>
      digest('argon2id', { memory, passes, parallelism, tagLength, message, nonce }),
    );
  }
}
