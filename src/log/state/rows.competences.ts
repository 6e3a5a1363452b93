import { json, moment, of, ofMany, period, type Row, row } from './row.js';
import type { State } from './state.js';

const phases = { claimed: '0', confirmed: '1', rejected: '1', withdrawn: '2' } as const;

export const competenceRows = ({ competences }: State): Row[] =>
  of(competences.values(), (competence) =>
    row([competence.id], {
      id: competence.id,
      name: competence.name,
      kind: competence.kind,
      levels: json([...competence.levels]),
      validity_months: competence.validityMonths === null ? null : String(competence.validityMonths),
      renewal: competence.renewal,
      catalogue_code: competence.catalogueCode,
      version: String(competence.version),
      created_at: moment(competence.createdAt),
    }),
  );

export const requirementRows = ({ requirements }: State): Row[] =>
  of(requirements.values(), (required) =>
    row([required.id], {
      id: required.id,
      task_id: required.taskId,
      role_description_id: required.roleDescriptionId,
      except_occupations: json([...required.exceptOccupations]),
      valid: period(required.valid),
      created_at: moment(required.createdAt),
    }),
  );

export const requirementOptionRows = ({ requirements }: State): Row[] =>
  ofMany(requirements.values(), ({ id, anyOf }) =>
    anyOf.map(({ competenceId, minLevel }) =>
      row([id, competenceId], {
        requirement_id: id,
        competence_id: competenceId,
        min_level: String(minLevel),
      }),
    ),
  );

export const competenceRecordRows = ({ competenceRecords }: State): Row[] =>
  of(competenceRecords.values(), (record) =>
    row([record.id], {
      id: record.id,
      person_id: record.personId,
      competence_id: record.competenceId,
      level: String(record.level),
      achieved_on: record.achievedOn,
      requested: period(record.requested),
      valid: period(record.valid),
      assessor_id: record.assessorId,
      evidence: json({ ...record.evidence }),
      created_at: moment(record.createdAt),
    }),
  );

export const competenceRecordStepRows = ({ competenceRecords }: State): Row[] =>
  ofMany(competenceRecords.values(), (record) =>
    record.steps.map((step) =>
      row([step.id], {
        id: step.id,
        record_id: record.id,
        subject_id: record.personId,
        kind: step.kind,
        phase: phases[step.kind],
        at: moment(step.at),
        actor_id: step.actorId,
        person_id: step.personId,
        reason: step.reason,
      }),
    ),
  );

export const abstentionRows = ({ abstentions }: State): Row[] =>
  of(abstentions.values(), (abstention) =>
    row([abstention.id], {
      id: abstention.id,
      person_id: abstention.personId,
      task_id: abstention.taskId,
      reason: abstention.reason,
      valid: period(abstention.valid),
      end_reason: abstention.endReason,
      ended_by: abstention.endedBy,
      created_at: moment(abstention.createdAt),
    }),
  );

export const policyRows = ({ policies }: State): Row[] =>
  of(policies.values(), ({ name, value, version }) => row([name], { name, value, version: String(version) }));
