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
