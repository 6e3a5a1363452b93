import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import { type Page, type PageQuery, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import { roles } from '../session/operations.js';
import { hashOf, newSecret } from '../session/secret.js';
import { auditorUntilOf } from './auditor-until.js';
import type { InvitationView, Invite, OpenInvitationView } from './member.dto.js';

const openMs = 7 * 24 * 3_600_000;

/**
 * How people get a login: an administrator gives a link, and whoever holds it joins the clinic with it, once.
 * A new link for an address closes the one before it, so that nobody comes back by an old one with roles since taken away.
 */
@Injectable()
export class InvitationService {
  constructor(
    private readonly tenant: Tenant,
    private readonly config: Config,
  ) {}

  /** Open for a week. Only the hash of the link's secret is kept, so the link cannot be shown again. */
  invite(command: Invite, by: By): Promise<InvitationView> {
    const attempt = { noun: 'invitation', act: 'invite', subjects: [command.personId], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const { email, personId = null } = command;
      await mustExist(tx, 'person', [personId]);
      const member = await tx.one(
        'select m.id from membership m join account a on a.id = m.account_id where a.email = $1',
        [email],
      );
      if (member) throw new Problem('member-exists');
      const secret = newSecret();
      const id = tx.newId();
      const wanted = roles.filter((role) => command.roles.includes(role));
      const until = auditorUntilOf(command, tx.now);
      const expiresAt = new Date(tx.now + openMs);
      await tx.rows(
        'update invitation set expires_at = $2 where email = $1 and accepted_at is null and expires_at > $2',
        [email, new Date(tx.now)],
      );
      await tx.rows(
        `insert into invitation (clinic_id, id, email, person_id, roles, auditor_until, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tx.clinicId, id, email, personId, wanted, until, hashOf(secret), new Date(tx.now), expiresAt],
      );
      const auditorUntil = until?.toISOString() ?? null;
      const view = { id, email, personId, roles: wanted, auditorUntil, expiresAt: expiresAt.toISOString() };
      tx.log('member.invited', [id, personId], view);
      return { ...view, link: `${this.config.publicUrl}/invitation#${secret}` };
    });
  }

  /** Those that can still be accepted. */
  list(query: PageQuery, by: By): Promise<Page<OpenInvitationView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    return this.tenant.read(by, async (tx) => {
      const found = await tx.rows<OpenInvitationView>(
        `select ${columns} from invitation i where ${isOpen} and ($2::uuid is null or i.id > $2) order by i.id limit $3`,
        [new Date(tx.now), after, query.limit + 1],
      );
      return page(found, query.limit, ({ id }) => [id]);
    });
  }

  /** The link is worth nothing from now on. */
  withdraw(id: string, by: By): Promise<OpenInvitationView> {
    const attempt = { noun: 'invitation', act: 'withdraw', subjects: [id], command: { id } };
    return this.tenant.act(by, attempt, async (tx) => {
      if (!(await tx.one('select from invitation where id = $1', [id]))) throw new Problem('not-found');
      const closed = await tx.one<OpenInvitationView>(
        `update invitation i set expires_at = $1 where i.id = $2 and ${isOpen} returning ${columns}`,
        [new Date(tx.now), id],
      );
      if (!closed) throw new Problem('invitation-not-open');
      tx.log('member.invitation-withdrawn', [id, closed.personId], { id });
      return closed;
    });
  }
}

/** $1 is the moment. */
const isOpen = 'i.accepted_at is null and i.expires_at > $1';

const columns = `i.id, i.email, i.person_id "personId", i.roles, iso(i.auditor_until) "auditorUntil",
  iso(i.expires_at) "expiresAt"`;
