import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { type By, holdsOneOf } from '../session/by.js';
import { refusalsToAssess } from './competence.rules.js';
import { newRecord, register, stand, withdrawRecord } from './new-record.js';
import type {
  CompetenceRecordView,
  PersonsRecordsQuery,
  RecordsQuery,
  RegisterRecord,
} from './record.dto.js';
import { type NewStep, writeSteps } from './record.rows.js';
import { kindOfRecord } from './record.rules.js';
import { type RecordFound, recordFound, recordsOf } from './record.view.js';

/** What people are shown to master: who saw it, on what day, and for how long it lasts. */
@Injectable()
export class RecordService {
  constructor(private readonly tenant: Tenant) {}

  list(query: RecordsQuery, by: By): Promise<Page<CompetenceRecordView>> {
    return this.tenant.read(by, (tx) => this.pageOf(tx, query, query.personId ?? null));
  }

  of(personId: string, query: PersonsRecordsQuery, by: By): Promise<Page<CompetenceRecordView>> {
    return this.tenant.read(by, async (tx) => {
      await mustExist(tx, 'person', [personId]);
      return this.pageOf(tx, query, personId);
    });
  }

  get(id: string, by: By): Promise<CompetenceRecordView> {
    return this.tenant.read(by, async (tx) => {
      const { view, readable } = await recordFound(tx, id);
      if (!readable) throw new Problem('forbidden');
      return view;
    });
  }

  /** A manager's record of somebody else is confirmed at once; one's own waits for an assessor. */
  register(personId: string, command: RegisterRecord, by: By): Promise<CompetenceRecordView> {
    const attempt = {
      noun: 'competence-record',
      act: 'register',
      subjects: [personId, command.competenceId],
      command: { personId, ...command },
    };
    return this.tenant.act(by, attempt, async (tx) => {
      await mustExist(tx, 'person', [personId, command.assessedBy]);
      await mustExist(tx, 'competence', [command.competenceId]);
      const kind = kindOfRecord(personId, by.personId);
      if (kind === 'confirmed' && !holdsOneOf(by, ['manager'])) throw new Problem('forbidden');
      const record = await newRecord(tx, personId, kind, command);
      await register(tx, [record]);
      return (await recordFound(tx, record.id)).view;
    });
  }

  confirm(id: string, by: By): Promise<CompetenceRecordView> {
    return this.assess(id, 'confirm', {}, by, async (tx, { view }) => {
      const named = holdsOneOf(by, ['manager']) ? view.assessedBy?.id : undefined;
      const assessorId = named ?? by.personId;
      const superseded = await stand(tx, {
        id,
        personId: view.person.id,
        competenceId: view.competence.id,
        level: view.level,
        kind: 'confirmed',
        assessorId,
        valid: {
          from: Date.parse(view.validFrom),
          to: view.validTo === null ? Number.POSITIVE_INFINITY : Date.parse(view.validTo),
        },
      });
      const stepId = await this.write(tx, view, 'confirmed', null);
      await tx.rows('update competence_record set valid = requested, assessor_id = $2 where id = $1', [
        id,
        assessorId,
      ]);
      tx.log('competence-record.confirmed', subjectsOf(view), { id, stepId, assessorId, superseded });
    });
  }

  reject(id: string, reason: string, by: By): Promise<CompetenceRecordView> {
    return this.assess(id, 'reject', { reason }, by, async (tx, { view }) => {
      const stepId = await this.write(tx, view, 'rejected', reason);
      tx.log('competence-record.rejected', subjectsOf(view), { id, stepId, reason });
    });
  }

  /** By a manager, or by the person whose record it is; it does not count from that moment on. */
  withdraw(id: string, reason: string, by: By): Promise<CompetenceRecordView> {
    return this.step(id, 'withdraw', { reason }, by, async (tx, { view }) => {
      if (by.personId !== view.person.id && !holdsOneOf(by, ['manager'])) throw new Problem('forbidden');
      if (view.status === 'rejected' || view.status === 'withdrawn')
        throw new Refused([{ code: 'competence-record-not-in-force', about: { recordId: id } }]);
      await withdrawRecord(tx, view, reason);
    });
  }

  private async pageOf(
    tx: Tx,
    query: PersonsRecordsQuery,
    personId: string | null,
  ): Promise<Page<CompetenceRecordView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    const { competenceId = null, status = null, limit } = query;
    const found = await recordsOf(tx, { personId, competenceId, status, after, limit: limit + 1 });
    return page(found, limit, ({ id }) => [id]);
  }

  private async write(
    tx: Tx,
    { id, person }: CompetenceRecordView,
    kind: NewStep['kind'],
    reason: string | null,
  ): Promise<string | undefined> {
    const [stepId] = await writeSteps(tx, [{ recordId: id, personId: person.id, kind, reason }]);
    return stepId;
  }

  private assess(
    id: string,
    act: string,
    command: object,
    by: By,
    work: (tx: Tx, found: RecordFound) => Promise<void>,
  ): Promise<CompetenceRecordView> {
    return this.step(id, act, command, by, async (tx, found) => {
      const isSelf = by.personId === found.view.person.id;
      const isManager = holdsOneOf(by, ['manager']);
      const { masters, isPresent } = found;
      const refusals = refusalsToAssess({ isSelf, isManager, masters, isPresent });
      if (refusals.length > 0) throw new Refused(refusals);
      if (found.view.status !== 'claimed')
        throw new Refused([{ code: 'competence-record-not-claimed', about: { recordId: id } }]);
      await work(tx, found);
    });
  }

  private step(
    id: string,
    act: string,
    command: object,
    by: By,
    work: (tx: Tx, found: RecordFound) => Promise<void>,
  ): Promise<CompetenceRecordView> {
    const noun = 'competence-record';
    const attempt = { noun, act, subjects: [id, by.personId], command: { recordId: id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      await work(tx, await recordFound(tx, id));
      return (await recordFound(tx, id)).view;
    });
  }
}

const subjectsOf = ({ id, person, competence }: CompetenceRecordView) => [id, person.id, competence.id];
