import type { Basis } from '../decision/decision.rules.js';
import { type Text, text } from '../law/legal-bases.js';
import type { HoldingStatus } from './competence-matrix.rules.js';

/** The words of an exported matrix. */
export const words = {
  name: text('Navn', 'Namn', 'Name'),
  title: text('Tittel', 'Tittel', 'Title'),
  tasks: text('Oppgaver', 'Oppgåver', 'Tasks'),
  competences: text('Kompetanse', 'Kompetanse', 'Competences'),
  explanation: text('Forklaring', 'Forklaring', 'Explanation'),
  requirements: text('Krav', 'Krav', 'Requirements'),
  requiredBy: text('Kreves av', 'Blir kravd av', 'Required by'),
  roleDescription: text('Stillingsbeskrivelse', 'Stillingsomtale', 'Role description'),
  at: text('Tidspunkt', 'Tidspunkt', 'At'),
  knownAt: text('Slik det var kjent', 'Slik det var kjent', 'As then known'),
  refusal: text('Avslag', 'Avslag', 'Refusal'),
  legalBases: text('Rettslig grunnlag', 'Rettsleg grunnlag', 'Legal bases'),
  emergency: text('Øyeblikkelig hjelp', 'Augeblikkeleg hjelp', 'Emergency'),
  no: text('Nei', 'Nei', 'No'),
  changes: text('endres', 'blir endra', 'changes'),
  required: text('kreves', 'blir kravd', 'required'),
  renewed: text('nytt bevis venter', 'nytt bevis ventar', 'a new record awaits confirmation'),
  through: text('til og med', 'til og med', 'through'),
  until: text('til', 'til', 'until'),
  or: text('eller', 'eller', 'or'),
} satisfies Record<string, Text>;

export const basisWords: Readonly<Record<Basis['kind'], Text>> = {
  'own-duty': text('Egen oppgave', 'Eiga oppgåve', 'Own duty'),
  'own-right': text('Egen kompetanse', 'Eigen kompetanse', 'Own right'),
  delegation: text('Delegert', 'Delegert', 'Delegated'),
  approval: text('Godkjent', 'Godkjend', 'Approved'),
};

export const statusWords: Readonly<Record<HoldingStatus, Text>> = {
  valid: text('Gyldig', 'Gyldig', 'Valid'),
  expiring: text('Utløper snart', 'Går snart ut', 'Expires soon'),
  'too-low': text('For lavt nivå', 'For lågt nivå', 'Too low a level'),
  expired: text('Utløpt', 'Har gått ut', 'Expired'),
  claimed: text('Meldt, ikke bekreftet', 'Meld, ikkje stadfesta', 'Claimed, not confirmed'),
  missing: text('Mangler', 'Manglar', 'Missing'),
};
