import { text } from '../law/legal-bases.js';
import type { Obligation } from './catalogue.types.js';
import { example } from './sources.js';

/** What whoever leaves a task to others takes upon them; the product's own words, each on its basis. */
export const delegating: readonly Obligation[] = [
  {
    text: text(
      'Den som overlater en oppgave, vurderer oppgavens art, mottakerens kvalifikasjoner og oppfølgingen, og skriver ned hver av dem.',
      'Den som overlèt ei oppgåve, vurderer arten av oppgåva, kvalifikasjonane til mottakaren og oppfølginga, og skriv ned kvar av dei.',
      'Whoever leaves a task to others assesses the nature of the task, the recipient’s qualifications and the follow-up, and writes each of them down.',
    ),
    legalBases: ['hpl-5', 'hpl-5-guide'],
    source: example,
  },
  {
    text: text(
      'Bare oppgaver i egen kompetanse kan overlates til andre; en delegert oppgave kan ikke delegeres videre.',
      'Berre oppgåver i eigen kompetanse kan overlatast til andre; ei delegert oppgåve kan ikkje delegerast vidare.',
      'Only tasks held in one’s own right can be left to others; a delegated task cannot be delegated further.',
    ),
    legalBases: ['delta-no-redelegation', 'hpl-5', 'delegator-authorised'],
    source: example,
  },
];

/** What holds for whoever helps without an authorisation of their own for the task. */
export const helping: readonly Obligation[] = [
  {
    text: text(
      'Den som får en oppgave etter delegering, står under kontroll og tilsyn, sier fra om det en ikke behersker, og kan ikke gi oppgaven videre.',
      'Den som får ei oppgåve etter delegering, står under kontroll og tilsyn, seier frå om det ein ikkje meistrar, og kan ikkje gi oppgåva vidare.',
      'Whoever is given a task by delegation is under control and supervision, speaks up about what they do not master, and cannot pass the task on.',
    ),
    legalBases: ['hpl-5', 'hpl-4', 'delta-no-redelegation'],
    source: example,
  },
  {
    text: text(
      'Den som gir helsehjelp, er helsepersonell også uten autorisasjon, og har taushetsplikt.',
      'Den som gir helsehjelp, er helsepersonell òg utan autorisasjon, og har teieplikt.',
      'Whoever gives health care is health personnel even without authorisation, and is bound by secrecy.',
    ),
    legalBases: ['hpl-3', 'hpl-21'],
    source: example,
  },
];
