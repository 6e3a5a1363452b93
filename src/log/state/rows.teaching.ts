import { json, moment, of, ofMany, period, type Row, row } from './row.js';
import type { State } from './state.js';
import type { TeachingState } from './state.teaching.js';

export const teachingRows = ({ teachings }: State): Row[] =>
  of(teachings.values(), (teaching) =>
    row([teaching.id], {
      id: teaching.id,
      kind: teaching.kind,
      title: teaching.title,
      place: teaching.place,
      held: period(teaching.held),
      topics: json([...teaching.topics]),
      holder_id: teaching.heldBy.personId,
      holder_name: teaching.heldBy.name,
      open: String(teaching.open),
      version: String(teaching.version),
      created_at: moment(teaching.createdAt),
    }),
  );

export const teachingCompetenceRows = ({ teachings }: State): Row[] =>
  ofMany(teachings.values(), ({ id, gives }) =>
    of(gives, ([competenceId, level]) =>
      row([id, competenceId], {
        teaching_id: id,
        competence_id: competenceId,
        level: level === null ? null : String(level),
      }),
    ),
  );

export const teachingCancellationRows = ({ teachings }: State): Row[] =>
  ofMany(teachings.values(), ({ id, cancellation }) =>
    cancellation
      ? [
          row([id], {
            teaching_id: id,
            at: moment(cancellation.at),
            actor_id: cancellation.actorId,
            by_id: cancellation.byId,
            reason: cancellation.reason,
          }),
        ]
      : [],
  );

const shared = ({ id }: TeachingState, each: TeachingState['participations' | 'attendances'][number]) => ({
  id: each.id,
  teaching_id: id,
  person_id: each.personId,
  number: String(each.number),
  at: moment(each.at),
  actor_id: each.actorId,
  by_id: each.byId,
});

export const teachingParticipationRows = ({ teachings }: State): Row[] =>
  ofMany(teachings.values(), (teaching) =>
    teaching.participations.map((each) => row([each.id], { ...shared(teaching, each), kind: each.kind })),
  );

export const teachingAttendanceRows = ({ teachings }: State): Row[] =>
  ofMany(teachings.values(), (teaching) =>
    teaching.attendances.map((each) =>
      row([each.id], { ...shared(teaching, each), held: period(teaching.held), status: each.kind }),
    ),
  );

export const teachingRecordRows = ({ teachings }: State): Row[] =>
  ofMany(teachings.values(), ({ id, held, records }) =>
    records.map(({ personId, competenceId, level, recordId, at }) =>
      row([id, personId, competenceId], {
        teaching_id: id,
        held: period(held),
        person_id: personId,
        competence_id: competenceId,
        level: String(level),
        record_id: recordId,
        at: moment(at),
      }),
    ),
  );
