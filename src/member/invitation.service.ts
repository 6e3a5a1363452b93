import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import { roles } from '../session/operations.js';
import { hashOf, newSecret } from '../session/secret.js';
import { auditorUntilOf } from './auditor-until.js';
import type { InvitationView, Invite } from './member.dto.js';

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
}
