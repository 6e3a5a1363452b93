import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { type Page, type PageQuery, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { rolesHeld } from '../session/auditor.js';
import type { By } from '../session/by.js';
import { roles } from '../session/operations.js';
import { auditorUntilOf } from './auditor-until.js';
import type { ChangeMember, MemberView } from './member.dto.js';

/**
 * Who may sign in here and as what.
 * Sessions ask for the membership at every request, so a role that is taken away is gone from the next one on.
 */
@Injectable()
export class MemberService {
  constructor(private readonly tenant: Tenant) {}

  list(query: PageQuery, by: By): Promise<Page<MemberView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[string]>(['uuid']) ?? [null];
      const members = await tx.rows<MemberView>(
        `${memberSql} where $2::uuid is null or m.id > $2 order by m.id limit $3`,
        [new Date(tx.now), after, query.limit + 1],
      );
      return page(members, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<MemberView> {
    return this.tenant.read(by, (tx) => memberView(tx, id));
  }

  change(id: string, command: ChangeMember, version: number | '*', by: By): Promise<MemberView> {
    const attempt = { noun: 'member', act: 'change-roles', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await current(tx, id, version);
      const after = roles.filter((role) => command.roles.includes(role));
      const until = untilAfter(command, before, tx.now);
      if (!after.includes('administrator')) await keepAnAdministrator(tx, before);
      await tx.rows(
        'update membership set roles = $2, auditor_until = $3, version = version + 1 where id = $1',
        [id, after, until],
      );
      tx.log('member.roles-changed', subjectsOf(before), {
        id,
        before: before.roles,
        after,
        auditorUntil: until?.toISOString() ?? null,
      });
      return memberView(tx, id);
    });
  }

  async remove(id: string, version: number | '*', by: By): Promise<void> {
    const attempt = { noun: 'member', act: 'remove', subjects: [id], command: { id } };
    await this.tenant.act(by, attempt, async (tx) => {
      const before = await current(tx, id, version);
      await keepAnAdministrator(tx, before);
      await tx.rows('delete from membership where id = $1', [id]);
      tx.log('member.removed', subjectsOf(before), {
        id,
        account: before.user.id,
        personId: before.person?.id ?? null,
        roles: before.roles,
      });
    });
  }
}

const memberSql = `
  select m.id, json_build_object('id', a.id, 'email', a.email, 'name', a.name) "user",
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end person,
    ${rolesHeld('m', '$1')} roles, iso(m.auditor_until) "auditorUntil", m.version
  from membership m
    join account a on a.id = m.account_id
    left join person p on p.clinic_id = m.clinic_id and p.id = m.person_id`;

async function memberView(tx: Tx, id: string): Promise<MemberView> {
  const member = await tx.one<MemberView>(`${memberSql} where m.id = $2`, [new Date(tx.now), id]);
  if (!member) throw new Problem('not-found');
  return member;
}

async function current(tx: Tx, id: string, version: number | '*'): Promise<MemberView> {
  const member = await memberView(tx, id);
  if (version !== '*' && version !== member.version) throw new Problem('stale');
  return member;
}

/** An end that nobody mentions stands as long as the role does; one that has passed is not given again with the role. */
function untilAfter(command: ChangeMember, before: MemberView, now: number): Date | null {
  const stays = before.roles.includes('auditor') && command.roles.includes('auditor');
  if (command.auditorUntil !== undefined || !stays) return auditorUntilOf(command, now);
  return before.auditorUntil === null ? null : new Date(before.auditorUntil);
}

/** Acts of one clinic take turns, so two administrators cannot take the role from each other at once. */
async function keepAnAdministrator(tx: Tx, leaving: MemberView): Promise<void> {
  if (!leaving.roles.includes('administrator')) return;
  const other = await tx.one(
    `select id from membership where 'administrator' = any(roles) and id <> $1 limit 1`,
    [leaving.id],
  );
  if (!other) throw new Problem('last-administrator');
}

const subjectsOf = ({ id, user, person }: MemberView) => [id, person?.id, user.id];
