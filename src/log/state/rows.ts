import { inOrder, json, moment, of, ofMany, period, type Row, row, type StateTable } from './row.js';
import { approvalRows, approvalStepRows } from './rows.approvals.js';
import * as competence from './rows.competences.js';
import { delegationRow, reviewRows, stepRows } from './rows.delegations.js';
import { kinRows, practiceRightRows, presenceRows } from './rows.derived.js';
import * as evidence from './rows.evidence.js';
import * as teaching from './rows.teaching.js';
import * as training from './rows.training.js';
import { workingDaysRows } from './rows.working-days.js';
import type { PersonState, State } from './state.js';

/** The rows that a table must hold if the log is right, in the order of their keys; without `clinic_id`. */
export const rowsOf = (state: State, table: StateTable): Row[] => inOrder(makers[table](state));

const makers: Readonly<Record<StateTable, (state: State) => Row[]>> = {
  person: ({ people }) => of(people.values(), personRow),
  engagement: ({ engagements }) =>
    of(engagements.values(), (tie) =>
      row([tie.id], {
        id: tie.id,
        person_id: tie.personId,
        occupation: tie.occupation,
        kind: tie.kind,
        role_description_id: tie.roleDescriptionId,
        supervisor_id: tie.supervisorId,
        valid: period(tie.valid),
        end_reason: tie.endReason,
        created_at: moment(tie.createdAt),
      }),
    ),
  authorisation: ({ authorisations }) =>
    of(authorisations.values(), (held) =>
      row([held.id], {
        id: held.id,
        person_id: held.personId,
        profession: held.profession,
        approval_type: held.approvalType,
        valid: period(held.valid),
        conditions: held.conditions,
        evidence: json({ ...held.evidence }),
        created_at: moment(held.createdAt),
      }),
    ),
  reaction: ({ reactions }) =>
    of(reactions.values(), (reaction) =>
      row([reaction.id], {
        id: reaction.id,
        person_id: reaction.personId,
        authorisation_id: reaction.authorisationId,
        kind: reaction.kind,
        valid: period(reaction.valid),
        known_from: moment(reaction.knownFrom),
        note: reaction.note,
        created_at: moment(reaction.createdAt),
      }),
    ),
  reaction_task: ({ reactions }) =>
    ofMany(reactions.values(), ({ id, taskIds }) =>
      taskIds.map((taskId) => row([id, taskId], { reaction_id: id, task_id: taskId })),
    ),
  task: ({ tasks }) =>
    of(tasks.values(), (task) =>
      row([task.id], {
        id: task.id,
        name: task.name,
        area: task.area,
        catalogue_code: task.catalogueCode,
        reserved_to: task.reservedTo && json(task.reservedTo),
        contested: String(task.contested),
        medicine_handling: String(task.medicineHandling),
        version: String(task.version),
        created_at: moment(task.createdAt),
      }),
    ),
  task_lineage: ({ tasks }) =>
    ofMany(tasks.values(), ({ id, lineage }) =>
      lineage.map((link) =>
        row([id, link.taskId], { task_id: id, of_task_id: link.taskId, relation: link.relation }),
      ),
    ),
  entitlement: ({ tasks }) =>
    ofMany(tasks.values(), ({ id, entitlements }) =>
      entitlements.map(({ occupation, mayDelegate, valid }) =>
        row([id, occupation, moment(valid.from)], {
          task_id: id,
          occupation,
          may_delegate: String(mayDelegate),
          valid: period(valid),
        }),
      ),
    ),
  role_description: ({ roleDescriptions }) =>
    of(roleDescriptions.values(), (role) =>
      row([role.id], {
        id: role.id,
        name: role.name,
        occupation: role.occupation,
        template_code: role.templateCode,
        template_version: role.templateVersion === null ? null : String(role.templateVersion),
        requirements_version: String(role.requirementsVersion),
        created_at: moment(role.createdAt),
      }),
    ),
  role_description_version: ({ roleDescriptions }) =>
    ofMany(roleDescriptions.values(), ({ id, versions }) =>
      versions.map((version) =>
        row([id, version.number], {
          role_description_id: id,
          number: String(version.number),
          effective_from: moment(version.effectiveFrom),
          areas: json(version.areas.map(({ code, title }) => ({ code, title }))),
          obligations: json(version.obligations.map(({ text, legalBases }) => ({ text, legalBases }))),
          published_at: moment(version.publishedAt),
        }),
      ),
    ),
  role_description_task: ({ roleDescriptions }) =>
    ofMany(roleDescriptions.values(), ({ id, versions }) =>
      versions.flatMap(({ number, areas }) => {
        const placed = areas.flatMap(({ code, tasks }) => tasks.map((taskId) => ({ area: code, taskId })));
        return placed.map(({ area, taskId }, i) => {
          const place = { number: String(number), position: String(i + 1) };
          return row([id, number, i + 1], { role_description_id: id, ...place, area, task_id: taskId });
        });
      }),
    ),
  duty: ({ duties }) =>
    of(duties.values(), (duty) =>
      row([duty.id], {
        id: duty.id,
        person_id: duty.personId,
        task_id: duty.taskId,
        occupation: duty.occupation,
        profession: duty.profession,
        valid: period(duty.valid),
        end_reason: duty.endReason,
        created_at: moment(duty.createdAt),
      }),
    ),
  delegation: ({ delegations }) => of(delegations.values(), delegationRow),
  delegation_step: ({ delegations }) => ofMany(delegations.values(), stepRows),
  delegation_review: ({ delegations }) => ofMany(delegations.values(), reviewRows),
  approval: approvalRows,
  approval_step: approvalStepRows,
  competence: competence.competenceRows,
  requirement: competence.requirementRows,
  requirement_option: competence.requirementOptionRows,
  competence_record: competence.competenceRecordRows,
  competence_record_step: competence.competenceRecordStepRows,
  teaching: teaching.teachingRows,
  teaching_competence: teaching.teachingCompetenceRows,
  teaching_cancellation: teaching.teachingCancellationRows,
  teaching_participation: teaching.teachingParticipationRows,
  teaching_attendance: teaching.teachingAttendanceRows,
  teaching_record: teaching.teachingRecordRows,
  evidence: evidence.evidenceRows,
  evidence_content: evidence.evidenceContentRows,
  evidence_erasure: evidence.evidenceErasureRows,
  abstention: competence.abstentionRows,
  clinic_policy: competence.policyRows,
  training_plan: training.trainingPlanRows,
  training_plan_step: training.trainingPlanStepRows,
  training_supervision: training.supervisionRows,
  training_goal: training.trainingGoalRows,
  training_step: training.trainingStepRows,
  training_withdrawal: training.trainingWithdrawalRows,
  working_days: workingDaysRows,
  presence: presenceRows,
  practice_right: practiceRightRows,
  task_kin: kinRows,
};

const personRow = (person: PersonState): Row =>
  row([person.id], {
    id: person.id,
    name: person.name,
    email: person.email,
    hpr_number: person.hprNumber === null ? null : String(person.hprNumber),
    birth_date: person.birthDate,
    version: String(person.version),
    created_at: moment(person.createdAt),
  });
