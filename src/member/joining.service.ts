import { Injectable } from '@nestjs/common';
import { Accounts } from '../database/accounts.js';
import { Clock } from '../database/clock.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { Problem } from '../http/problem.js';
import { rolesHeld } from '../session/auditor.js';
import type { Role } from '../session/operations.js';
import { Passwords } from '../session/password.js';
import { hashOf } from '../session/secret.js';
import type { NamedView, UserView } from '../session/session.dto.js';
import type { AcceptInvitation, JoinedView } from './member.dto.js';

interface Invitation {
  readonly id: string;
  readonly clinicId: string;
  readonly personId: string | null;
  readonly email: string;
  readonly roles: Role[];
  readonly auditorUntil: string | null;
}

/** `passwordHash` is null for an account that exists. */
interface Joining {
  readonly accountId: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

/** An invitation that ends as an auditor's before it is accepted gives what is left of it, and nothing if nothing is. */
const held = rolesHeld('invitation', '$2');

/** Whoever holds an open invitation becomes a member: with a new account, or with the one the e-mail address has. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly tenant: Tenant,
    private readonly clock: Clock,
  ) {}

  /** 409 if the invitation is unknown, used or expired, all told alike; 401 if the account's password is another. */
  async accept({ token, name, password }: AcceptInvitation): Promise<JoinedView> {
    const invitation = await this.open(hashOf(token));
    if (!invitation) throw new Problem('invitation-not-open');
    const known = await this.account(invitation.email, password);
    const joining: Joining = known
      ? { accountId: known, name, passwordHash: null }
      : { accountId: this.clock.newId(), name, passwordHash: await this.passwords.hash(password) };
    const { clinicId, personId, roles } = invitation;
    const by = { clinicId, loginId: joining.accountId, personId, roles, language: 'nb' as const };
    const attempt = {
      noun: 'invitation',
      act: 'accept',
      subjects: [invitation.id, personId],
      command: { id: invitation.id },
    };
    return this.tenant.act(by, attempt, (tx) => join(tx, invitation, joining));
  }

  private async open(hash: string): Promise<Invitation | undefined> {
    const [invitation] = await this.accounts.holding({ invitation: hash }, (rows, now) =>
      rows<Invitation>(
        `select id, clinic_id "clinicId", person_id "personId", email, ${held} roles,
           case when auditor_until > $2 then iso(auditor_until) end "auditorUntil"
         from invitation where token_hash = $1 and accepted_at is null and expires_at > $2 and ${held} <> '{}'`,
        [hash, now],
      ),
    );
    return invitation;
  }

  /** The id of the account that e-mail and password open; null if the address has none. Guesses count as sign-ins do. */
  private async account(email: string, password: string): Promise<string | null> {
    const [account] = await this.accounts.holding({ email }, (rows) =>
      rows<{ id: string; password_hash: string }>('select id, password_hash from account where email = $1', [
        email,
      ]),
    );
    if (!account) return null;
    if (await this.passwords.isRight(email, password, account.password_hash)) return account.id;
    throw new Problem('sign-in-failed');
  }
}

/** Acts of one clinic take turns: of two who accept at once, the second finds the invitation used. */
async function join(tx: Tx, invitation: Invitation, joining: Joining): Promise<JoinedView> {
  const open = await tx.one(
    'select id from invitation where id = $1 and accepted_at is null and expires_at > $2',
    [invitation.id, new Date(tx.now)],
  );
  if (!open) throw new Problem('invitation-not-open');
  const user = await userOf(tx, invitation.email, joining);
  const member = await tx.one('select id from membership where account_id = $1', [user.id]);
  if (member) throw new Problem('member-exists');
  const id = tx.newId();
  const now = new Date(tx.now);
  await tx.rows('update invitation set accepted_at = $2 where id = $1', [invitation.id, now]);
  await tx.rows(
    `insert into membership (clinic_id, id, account_id, person_id, roles, auditor_until, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, id, user.id, invitation.personId, invitation.roles, invitation.auditorUntil, now],
  );
  tx.log('member.joined', [id, invitation.personId, user.id, invitation.id], {
    id,
    account: user.id,
    personId: invitation.personId,
    roles: invitation.roles,
    auditorUntil: invitation.auditorUntil,
    invitationId: invitation.id,
  });
  const clinic = await tx.one<NamedView>('select id, name from clinic where id = $1', [tx.clinicId]);
  const person = await tx.one<NamedView>('select id, name from person where id = $1', [invitation.personId]);
  if (!clinic) throw new Problem('invitation-not-open');
  return { user, clinic, person: person ?? null, roles: invitation.roles };
}

/** The account comes into being with the membership or not at all. */
async function userOf(tx: Tx, email: string, { accountId, name, passwordHash }: Joining): Promise<UserView> {
  await tx.rows(`select set_config('app.email', $1, true)`, [email]);
  const found = await tx.one<UserView>('select id, email, name from account where email = $1', [email]);
  if (found && found.id !== accountId) throw new Problem('account-exists');
  if (found) return found;
  await tx.rows(
    'insert into account (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)',
    [accountId, email, name, passwordHash, new Date(tx.now)],
  );
  return { id: accountId, email, name };
}
