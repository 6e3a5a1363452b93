import type { RegisterRecord } from '../../api/schema.ts';
import { endOfDay, isoDay } from '../../ui/day.ts';

/** As it is typed: days as dd.mm.åååå, the last day included. */
export interface RecordValues {
  personId: string;
  competenceId: string;
  level: string;
  achievedOn: string;
  validTo: string;
  assessedBy: string;
  evidence: { source: string; note: string };
}

export const nothingYet: RecordValues = {
  personId: '',
  competenceId: '',
  level: '1',
  achievedOn: '',
  validTo: '',
  assessedBy: '',
  evidence: { source: '', note: '' },
};

export const bodyOf = (values: RecordValues): RegisterRecord => ({
  competenceId: values.competenceId,
  level: Number(values.level) || 1,
  achievedOn: isoDay(values.achievedOn) ?? '',
  validTo: endOfDay(values.validTo),
  assessedBy: values.assessedBy || null,
  evidence: { source: values.evidence.source, note: values.evidence.note || null },
});
