import { refusalTexts } from '../../law/refusal-texts.js';
import type { RefusalCode } from '../../law/refusals.js';

const atOneMoment: Readonly<Partial<Record<RefusalCode, string>>> = {
  'no-practice-right': 'Hadde ikke rett til å utøve yrket da',
  'right-limited': 'Retten til å utøve yrket var begrenset for oppgaven',
  'not-engaged': 'Var ikke tilknyttet virksomheten da',
  banned: 'Hadde forbud mot å yte helsehjelp',
  'delegatee-banned': 'Hadde forbud mot å yte helsehjelp',
  'competence-missing': 'Manglet kompetanse som oppgaven krever',
  'competence-expired': 'Kompetanse som oppgaven krever, var utløpt eller hadde vært avbrutt',
  'competence-level': 'Hadde kompetansen på for lavt nivå',
  abstained: 'Hadde avstått fra oppgaven',
  'outside-role': 'Hadde ikke oppgaven i egen kompetanse, og den var ikke delegert',
};

/** Why not, of one moment: the titles of refusals speak of a period that was asked for. */
export const refusalAt = (code: RefusalCode): string => atOneMoment[code] ?? refusalTexts[code].title.nb;

/** Why something lapsed, as the log writes it; a reason given by a person is shown as it was written. */
const lapses: Readonly<Record<string, string>> = {
  'engagement-ended': 'tilknytningen ble avsluttet',
  'birth-date': 'autorisasjonen faller bort ved fylte 80 år (helsepersonelloven § 54)',
  'entitlement-changed': 'oppgaven er ikke lenger i egen kompetanse hos den som delegerte',
  'full-suspension': 'autorisasjonen ble suspendert',
  'limited-suspension': 'retten til å utøve ble suspendert for oppgaven',
  limitation: 'autorisasjonen ble begrenset',
  recall: 'autorisasjonen ble tilbakekalt',
  waiver: 'innehaveren ga avkall på autorisasjonen',
  ban: 'forbud mot å yte helsehjelp',
};

export const lapseReason = (reason: string | null): string | null =>
  reason !== null && Object.hasOwn(lapses, reason) ? (lapses[reason] as string) : reason;

export const reactionWords = {
  'full-suspension': 'Suspensjon',
  'limited-suspension': 'Suspensjon for bestemte oppgaver',
  limitation: 'Begrensning',
  recall: 'Tilbakekall',
  waiver: 'Avkall',
  ban: 'Forbud mot å yte helsehjelp',
} as const;
