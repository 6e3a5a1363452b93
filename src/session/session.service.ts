import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../config.js';
import { Accounts } from '../database/accounts.js';
import { Tenant } from '../database/tenant.js';
import { Problem } from '../http/problem.js';
import { rolesHeld } from './auditor.js';
import type { Role } from './operations.js';
import { hashOf, newSecret } from './secret.js';
import type { SessionView } from './session.dto.js';
import { type Caller, cookieOf, Passport } from './strategies.js';

/** A session lasts a working day; nothing prolongs it. */
const hours = 12;

@Injectable()
export class SessionService {
  constructor(
    private readonly accounts: Accounts,
    private readonly passport: Passport,
    private readonly tenant: Tenant,
    private readonly config: Config,
  ) {}

  /** Opens a session in the clinic that was joined first, and sets its cookie. */
  async signIn(req: Request, res: Response): Promise<SessionView> {
    const accountId = await this.passport.signIn(req, res);
    const secret = newSecret();
    await this.accounts.holding({ account_id: accountId, session: hashOf(secret) }, (rows, now) =>
      rows(
        `insert into session (token_hash, account_id, clinic_id, created_at, expires_at)
         values ($1, $2, (select m.clinic_id from membership m
             where m.account_id = $2 and ${rolesHeld('m', '$3')} <> '{}' order by m.created_at, m.id limit 1),
           $3, $3::timestamptz + interval '${hours} hours')`,
        [hashOf(secret), accountId, now],
      ),
    );
    res.cookie(this.config.cookieName, secret, { ...this.cookie, maxAge: hours * 3_600_000 });
    const session = await this.accounts.sessionOf(hashOf(secret));
    if (!session) throw new Problem('unauthenticated');
    return this.view({
      loginId: accountId,
      accountId,
      clinicId: session.clinic_id,
      personId: session.person_id,
      roles: (session.roles ?? []) as Role[],
      byCookie: true,
    });
  }

  async signOut(req: Request, res: Response): Promise<void> {
    const hash = hashOf(cookieOf(req, this.config.cookieName) ?? '');
    await this.accounts.holding({ session: hash }, (rows) =>
      rows('delete from session where token_hash = $1', [hash]),
    );
    res.clearCookie(this.config.cookieName, this.cookie);
  }

  /** 404 for a clinic the user does not belong to, known or not. */
  async chooseClinic(clinicId: string, caller: Caller, req: Request): Promise<SessionView> {
    if (caller.accountId === null) throw new Problem('forbidden');
    const hash = hashOf(cookieOf(req, this.config.cookieName) ?? '');
    const accountId = caller.accountId;
    const [chosen] = await this.accounts.holding(
      { session: hash, account_id: accountId },
      async (rows, now) => {
        const memberships = await rows<{ clinic_id: string; person_id: string | null; roles: Role[] }>(
          `select m.clinic_id, m.person_id, ${rolesHeld('m', '$3')} roles from membership m
         where m.clinic_id = $1 and m.account_id = $2 and ${rolesHeld('m', '$3')} <> '{}'`,
          [clinicId, accountId, now],
        );
        if (memberships.length > 0)
          await rows('update session set clinic_id = $1 where token_hash = $2', [clinicId, hash]);
        return memberships;
      },
    );
    if (!chosen) throw new Problem('not-found');
    return this.view({ ...caller, clinicId, personId: chosen.person_id, roles: chosen.roles });
  }

  async view(caller: Caller): Promise<SessionView> {
    const { user, clinics } = await this.account(caller.accountId);
    const here = await this.here(caller);
    return { user, ...here, roles: [...caller.roles], clinics };
  }

  private account(accountId: string | null): Promise<Pick<SessionView, 'user' | 'clinics'>> {
    if (accountId === null) return Promise.resolve({ user: null, clinics: [] });
    return this.accounts.holding({ account_id: accountId }, async (rows, now) => {
      const [user] = await rows<SessionView['clinics'][number] & { email: string }>(
        'select id, email, name from account where id = $1',
        [accountId],
      );
      const clinics = await rows<SessionView['clinics'][number]>(
        `select c.id, c.name, ${rolesHeld('m', '$2')} roles from membership m join clinic c on c.id = m.clinic_id
         where m.account_id = $1 and ${rolesHeld('m', '$2')} <> '{}' order by c.name, c.id`,
        [accountId, now],
      );
      return { user: user ?? null, clinics };
    });
  }

  private async here({
    clinicId,
    personId,
    loginId,
    roles,
  }: Caller): Promise<Pick<SessionView, 'person' | 'clinic' | 'auditorUntil'>> {
    if (clinicId === null) return { person: null, clinic: null, auditorUntil: null };
    return this.tenant.read({ clinicId, personId, loginId, roles, language: 'nb' }, async (tx) => {
      const clinic = await tx.one<{ id: string; name: string; auditorUntil: string | null }>(
        `select id, name, (select iso(m.auditor_until) from membership m
           where m.account_id = $2 and m.auditor_until > $3) "auditorUntil"
         from clinic where id = $1`,
        [clinicId, loginId, new Date(tx.now)],
      );
      const person = await tx.one<{ id: string; name: string }>('select id, name from person where id = $1', [
        personId,
      ]);
      if (!clinic) return { clinic: null, person: null, auditorUntil: null };
      const { auditorUntil, ...named } = clinic;
      return { clinic: named, person: person ?? null, auditorUntil };
    });
  }

  private get cookie() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: this.config.cookieName.startsWith('__Host-'),
    } as const;
  }
}
