import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { Config } from '../config.js';
import { Accounts } from '../database/accounts.js';
import { Problem } from '../http/problem.js';
import type { Role } from './operations.js';
import { Passwords } from './password.js';
import { hashOf } from './secret.js';

/** Who is calling: an account in its active clinic, or an API token of one clinic. */
export interface Caller {
  readonly loginId: string;
  readonly accountId: string | null;
  readonly clinicId: string | null;
  readonly personId: string | null;
  readonly roles: readonly Role[];
  readonly byCookie: boolean;
}

class CredentialStrategy extends passport.Strategy {
  constructor(private readonly callerOf: (req: Request) => Promise<Caller | null>) {
    super();
  }

  override authenticate(req: Request): void {
    this.callerOf(req).then(
      (caller) => (caller ? this.success(caller) : this.fail(401)),
      (error: unknown) => this.error(error),
    );
  }
}

/** passport with two strategies: e-mail and password, and what a request carries afterwards (cookie or bearer token). */
@Injectable()
export class Passport {
  private readonly passport = new passport.Passport();

  constructor(
    private readonly accounts: Accounts,
    private readonly config: Config,
    private readonly passwords: Passwords,
  ) {
    this.passport.use(
      'local',
      new LocalStrategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
        this.accountOf(email, password).then((account) => done(null, account ?? false), done);
      }),
    );
    this.passport.use('credential', new CredentialStrategy((req) => this.callerOf(req)));
  }

  /** The account's id; the same answer for a wrong password as for an unknown e-mail, and a pause after too many. */
  async signIn(req: Request, res: Response): Promise<string> {
    const account = await this.authenticate<{ id: string }>('local', req, res);
    if (account) return account.id;
    throw new Problem('sign-in-failed');
  }

  caller(req: Request, res: Response): Promise<Caller | null> {
    return this.authenticate<Caller>('credential', req, res);
  }

  private authenticate<T>(strategy: string, req: Request, res: Response): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, found: T | false | null | undefined) =>
        error ? reject(error) : resolve(found || null);
      this.passport.authenticate(strategy, { session: false }, done)(req, res, reject);
    });
  }

  private async accountOf(email: string, password: string): Promise<{ id: string } | null> {
    const address = email.toLowerCase();
    const [account] = await this.accounts.holding({ email: address }, (rows) =>
      rows<{ id: string; password_hash: string }>('select id, password_hash from account where email = $1', [
        address,
      ]),
    );
    return (await this.passwords.isRight(address, password, account?.password_hash)) && account
      ? { id: account.id }
      : null;
  }

  private async callerOf(req: Request): Promise<Caller | null> {
    const bearer = /^Bearer ([\w-]{20,200})$/i.exec(req.headers.authorization ?? '')?.[1];
    if (bearer) return this.callerOfToken(bearer);
    const cookie = cookieOf(req, this.config.cookieName);
    return cookie ? this.callerOfSession(cookie) : null;
  }

  private async callerOfToken(token: string): Promise<Caller | null> {
    const found = await this.accounts.apiTokenOf(hashOf(token));
    if (!found) return null;
    const roles = found.roles as Role[];
    return {
      loginId: found.id,
      accountId: null,
      clinicId: found.clinic_id,
      personId: null,
      roles,
      byCookie: false,
    };
  }

  private async callerOfSession(token: string): Promise<Caller | null> {
    const found = await this.accounts.sessionOf(hashOf(token));
    if (!found) return null;
    return {
      loginId: found.account_id,
      accountId: found.account_id,
      clinicId: found.clinic_id,
      personId: found.person_id,
      roles: (found.roles ?? []) as Role[],
      byCookie: true,
    };
  }
}

export function cookieOf(req: Request, name: string): string | undefined {
  for (const pair of req.headers.cookie?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
