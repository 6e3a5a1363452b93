import { type Language, type Text, text } from './legal-bases.js';
import { type OccupationCode, occupations } from './occupations.js';

/** What kind of approval gives the right to practise: a code of Volven 7704. */
export interface ApprovalType {
  readonly code: string;
  readonly name: Text;
  /** The right holds only within conditions, which must be known to whoever relies on it. */
  readonly withConditions: boolean;
  /** A licence is limited in time, position or kind of care (helsepersonelloven § 49), and the title says so. */
  readonly licence: boolean;
}

/** Volven 7704, type godkjenning (OID 2.16.578.1.12.4.1.1.7704): the codes in use; the older ones are retired. */
export const approvalTypes = {
  '1': {
    code: '1',
    name: text('autorisasjon', 'autorisasjon', 'authorisation'),
    withConditions: false,
    licence: false,
  },
  '17': {
    code: '17',
    name: text('autorisasjon med vilkår', 'autorisasjon med vilkår', 'authorisation with conditions'),
    withConditions: true,
    licence: false,
  },
  '4': { code: '4', name: text('lisens', 'lisens', 'licence'), withConditions: false, licence: true },
  '3': {
    code: '3',
    name: text('studentlisens', 'studentlisens', 'student licence'),
    withConditions: false,
    licence: true,
  },
  '2': {
    code: '2',
    name: text('turnuslisens', 'turnuslisens', 'internship licence'),
    withConditions: false,
    licence: true,
  },
  '14': {
    code: '14',
    name: text('midlertidig tjenesteyting', 'mellombels tenesteyting', 'temporary provision of services'),
    withConditions: false,
    licence: false,
  },
  '18': {
    code: '18',
    name: text('LIS1-lisens', 'LIS1-lisens', 'LIS1 licence'),
    withConditions: false,
    licence: true,
  },
} as const satisfies Record<string, ApprovalType>;

export type ApprovalTypeCode = keyof typeof approvalTypes;

/** In Volven's order; the keys of the table would come in numerical order. */
export const approvalTypeCodes = [
  '1',
  '17',
  '4',
  '3',
  '2',
  '14',
  '18',
] as const satisfies readonly ApprovalTypeCode[];

const studentTitles: Readonly<Partial<Record<OccupationCode, Text>>> = {
  LE: text('medisinstudent med lisens', 'medisinstudent med lisens', 'medical student with a licence'),
};

const licenceWord = text('lisens', 'lisens', 'licence');

/**
 * The title for a profession, given the types of the approvals that stand on the date.
 * Without any, the plain name (helsepersonelloven § 74); with nothing stronger than a licence, the title says so.
 */
export function titleOf(code: OccupationCode, approvals: readonly string[], language: Language): string {
  const standing = approvalTypeCodes.filter((type) => approvals.includes(type));
  const title = occupations[code].title[language];
  if (standing.length === 0) return occupations[code].plainName[language];
  if (standing.some((type) => !approvalTypes[type].licence)) return title;
  const studentTitle = standing.every((type) => type === '3') ? studentTitles[code] : undefined;
  return studentTitle?.[language] ?? `${title} (${licenceWord[language]})`;
}
