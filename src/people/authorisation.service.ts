import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { lapse } from '../delegation/lapse.js';
import { id as idFault } from '../http/field-checks.js';
import { instantOf, periodIn } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { isRegulated, occupations } from '../law/occupations.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import type {
  AuthorisationView,
  BanImpactQuery,
  BanPerson,
  ImpactQuery,
  ReactionRecordedView,
  ReactionView,
  RecordReaction,
  RegisterAuthorisation,
  WhatLapsedView,
} from './people.dto.js';
import { authorisationSql, lapsedView, reactionSql } from './people.view.js';
import type { ReactionKind } from './practice-right.rules.js';

/** Authorisations, licences, and what the authorities do to them (hpl-48, hpl-49, hpl-57 to hpl-59). */
@Injectable()
export class AuthorisationService {
  constructor(private readonly tenant: Tenant) {}

  register(personId: string, command: RegisterAuthorisation, by: By): Promise<AuthorisationView> {
    const attempt = {
      noun: 'authorisation',
      act: 'register',
      subjects: [personId],
      command: { personId, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      const { profession, approvalType, conditions, evidence } = command;
      if (!isRegulated(profession) || occupations[profession].retired)
        throw Problem.invalid('/profession', 'not-authorisable');
      const { from, to } = periodIn(command);
      await mustExist(tx, 'person', [personId]);
      await refuseTwin(tx, personId, command, from, to);
      const id = tx.newId();
      await tx.rows(
        `insert into authorisation (clinic_id, id, person_id, profession, approval_type, valid, conditions, evidence, created_at)
         values ($1, $2, $3, $4, $5, tstzrange($6, $7), $8, $9, $10)`,
        [
          tx.clinicId,
          id,
          personId,
          profession,
          approvalType,
          from,
          to,
          conditions,
          JSON.stringify(evidenceOf(evidence, tx.now)),
          new Date(tx.now),
        ],
      );
      const view = await authorisationView(tx, id);
      tx.log('authorisation.registered', [id, personId], {
        ...view,
        reactions: undefined,
        evidence: { ...view.evidence },
      });
      return view;
    });
  }

  react(id: string, command: RecordReaction, by: By): Promise<ReactionRecordedView> {
    const attempt = {
      noun: 'reaction',
      act: 'record',
      subjects: [id],
      command: { authorisationId: id, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => this.record(tx, id, command));
  }

  /** What a reaction would hit, by recording it and taking it back: never another answer than the record itself gives. */
  impact(id: string, query: ImpactQuery, by: By): Promise<WhatLapsedView> {
    const taskIds = query.taskIds?.split(',').map((part) => part.trim().toLowerCase());
    if (taskIds?.some((part) => idFault(part) !== null)) throw Problem.invalid('/taskIds', 'not-an-id');
    return this.tenant.rehearse(
      by,
      async (tx) => (await this.record(tx, id, { ...query, taskIds, note: '-' })).lapsed,
    );
  }

  /** A ban on giving health care strikes the person, authorised or not (hpl-57). */
  ban(personId: string, command: BanPerson, by: By): Promise<ReactionRecordedView> {
    const attempt = { noun: 'reaction', act: 'ban', subjects: [personId], command: { personId, ...command } };
    return this.tenant.act(by, attempt, (tx) => this.recordBan(tx, personId, command));
  }

  /** What a ban would hit, found in the same way. */
  impactOfBan(personId: string, query: BanImpactQuery, by: By): Promise<WhatLapsedView> {
    return this.tenant.rehearse(
      by,
      async (tx) => (await this.recordBan(tx, personId, { ...query, note: '-' })).lapsed,
    );
  }

  private async recordBan(tx: Tx, personId: string, command: BanPerson): Promise<ReactionRecordedView> {
    await mustExist(tx, 'person', [personId]);
    const id = await insertReaction(tx, { personId, authorisationId: null, kind: 'ban' }, command);
    return recorded(tx, id, { personId }, 'ban');
  }

  private async record(
    tx: Tx,
    authorisationId: string,
    command: RecordReaction,
  ): Promise<ReactionRecordedView> {
    const { personId } = await authorisationView(tx, authorisationId);
    const kind = kindOf(command);
    if (kind === 'limited-suspension' && !command.taskIds?.length)
      throw Problem.invalid('/taskIds', 'required');
    await mustExist(tx, 'task', command.taskIds ?? []);
    const id = await insertReaction(tx, { personId, authorisationId, kind }, command);
    return recorded(tx, id, { personId }, kind);
  }
}

/** `suspension` is full without tasks and limited with. */
function kindOf({ kind, taskIds }: RecordReaction): ReactionKind {
  if (kind !== 'suspension') return kind;
  return taskIds?.length ? 'limited-suspension' : 'full-suspension';
}

/** Nobody has checked or learnt anything later than now: 400 otherwise. */
function past(moment: string, pointer: string, now: number): Date {
  const at = instantOf(moment);
  if (at > now) throw Problem.invalid(pointer, 'too-great', new Date(now).toISOString());
  return new Date(at);
}

const evidenceOf = ({ source, checkedAt, note }: RegisterAuthorisation['evidence'], now: number) => ({
  source,
  checkedAt: past(checkedAt, '/evidence/checkedAt', now).toISOString(),
  note: note ?? null,
});

async function insertReaction(
  tx: Tx,
  struck: { personId: string; authorisationId: string | null; kind: ReactionKind },
  command: Omit<RecordReaction, 'kind'>,
): Promise<string> {
  const { from, to } = periodIn(command);
  const id = tx.newId();
  const knownFrom = command.knownFrom ? past(command.knownFrom, '/knownFrom', tx.now) : new Date(tx.now);
  await tx.rows(
    `insert into reaction (clinic_id, id, person_id, authorisation_id, kind, valid, known_from, note, created_at)
     values ($1, $2, $3, $4, $5, tstzrange($6, $7), $8, $9, $10)`,
    [
      tx.clinicId,
      id,
      struck.personId,
      struck.authorisationId,
      struck.kind,
      from,
      to,
      knownFrom,
      command.note,
      new Date(tx.now),
    ],
  );
  const named = struck.kind === 'limited-suspension' || struck.kind === 'limitation' ? command.taskIds : [];
  await tx.rows(
    'insert into reaction_task (clinic_id, reaction_id, task_id) select $1, $2, unnest($3::uuid[])',
    [tx.clinicId, id, [...new Set(named)]],
  );
  return id;
}

async function recorded(
  tx: Tx,
  id: string,
  ground: { personId: string },
  reason: string,
): Promise<ReactionRecordedView> {
  const row = await tx.one<{ view: ReactionView }>(
    `select ${reactionSql} view from reaction r where r.id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  tx.log('reaction.recorded', [id, row.view.personId, row.view.authorisationId, ...row.view.taskIds], {
    ...row.view,
  });
  const { knownFrom } = row.view;
  return { ...row.view, lapsed: lapsedView(await lapse(tx, { ...ground, knownFrom }, reason)) };
}

async function authorisationView(tx: Tx, id: string): Promise<AuthorisationView> {
  const row = await tx.one<{ view: AuthorisationView }>(
    `select ${authorisationSql} view from authorisation a where a.id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  return row.view;
}

async function refuseTwin(
  tx: Tx,
  personId: string,
  command: RegisterAuthorisation,
  from: Date,
  to: Date | null,
): Promise<void> {
  const twin = await tx.one<{ id: string }>(
    `select id from authorisation where person_id = $1 and profession = $2 and approval_type = $3 and valid && tstzrange($4, $5)`,
    [personId, command.profession, command.approvalType, from, to],
  );
  if (twin) throw new Refused([{ code: 'authorisation-exists', about: { authorisationId: twin.id } }]);
}
