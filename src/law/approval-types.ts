import type { Language, Text } from './legal-bases.js';
import { type OccupationCode, occupations } from './occupations.js';

export interface ApprovalType {
  readonly name: Text;
  readonly withConditions: boolean;
  readonly licence: boolean;
}

const type = (nb: string, nn: string, en: string, licence: boolean, withConditions = false): ApprovalType => ({
  name: { nb, nn, en },
  licence,
  withConditions,
});

/** Volven 7704. */
export const approvalTypes = {
  '1': type('autorisasjon', 'autorisasjon', 'authorisation', false),
  '17': type('autorisasjon med vilkår', 'autorisasjon med vilkår', 'authorisation with conditions', false, true),
  '4': type('lisens', 'lisens', 'licence', true),
  '3': type('studentlisens', 'studentlisens', 'student licence', true),
  '2': type('turnuslisens', 'turnuslisens', 'internship licence', true),
  '14': type('midlertidig tjenesteyting', 'mellombels tenesteyting', 'temporary provision of services', true),
  '18': type('LIS1-lisens', 'LIS1-lisens', 'LIS1 licence', true),
} as const satisfies Record<string, ApprovalType>;

export type ApprovalTypeCode = keyof typeof approvalTypes;

export const approvalTypeCodes = Object.keys(approvalTypes) as ApprovalTypeCode[];

const student: Text = { nb: 'student med lisens', nn: 'student med lisens', en: 'student with a licence' };
const medical: Text = { nb: 'medisinstudent med lisens', nn: 'medisinstudent med lisens', en: 'medical student with a licence' };
const suffix: Text = { nb: ' (lisens)', nn: ' (lisens)', en: ' (licence)' };

/** The title that the best approval held on the date gives: an authorisation the plain title, a licence says that it is one (hpl-74). */
export function titleOf(profession: OccupationCode, held: readonly string[], language: Language): string {
  const title = occupations[profession].title[language];
  const types = held.flatMap((code) => (code in approvalTypes ? [code as ApprovalTypeCode] : []));
  if (types.some((code) => !approvalTypes[code].licence)) return title;
  if (types.every((code) => code === '3')) return (profession === 'LE' ? medical : student)[language];
  return title + suffix[language];
}
