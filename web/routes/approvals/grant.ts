import type { GrantApproval } from '../../api/schema.ts';
import { endOfDay, isoDay, today } from '../../ui/day.ts';

/** What is typed, by the paths of the API's body: days as dd.mm.åååå, and the end as its last day. */
export interface Grant {
  personId: string;
  taskId: string;
  course: { source: string; completedOn: string };
  test: { source: string; passedOn: string };
  practicalSignOff: { signedBy: string; signedOn: string; note: string };
  validFrom: string;
  validTo: string;
  conditions: string;
}

export const nothingYet = (): Grant => ({
  personId: '',
  taskId: '',
  course: { source: '', completedOn: '' },
  test: { source: '', passedOn: '' },
  practicalSignOff: { signedBy: '', signedOn: '', note: '' },
  validFrom: today(),
  validTo: '',
  conditions: '',
});

/** As the API takes it; the form has seen to it that each day is one. */
export function granted(grant: Grant): GrantApproval {
  const { course, test, practicalSignOff, conditions, ...rest } = grant;
  return {
    ...rest,
    validFrom: isoDay(rest.validFrom) ?? '',
    validTo: endOfDay(rest.validTo) ?? '',
    course: { ...course, completedOn: isoDay(course.completedOn) ?? '' },
    test: { ...test, passedOn: isoDay(test.passedOn) ?? '' },
    practicalSignOff: {
      ...practicalSignOff,
      signedOn: isoDay(practicalSignOff.signedOn) ?? '',
      note: practicalSignOff.note.trim() || null,
    },
    conditions: conditions.trim() || null,
  };
}
