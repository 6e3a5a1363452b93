import { type LegalBasisId, text } from '../law/legal-bases.js';
import { area, codesOf } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { delegating } from './obligations.js';
import { occupationLege, says } from './sources.js';
import { specialities } from './specialities.js';
import { doctorTasks, prescribing } from './tasks-lege.js';
import { delegableExamples } from './tasks-lege-eksempler.js';

/** The document is in nynorsk: that text is its own sentence, word for word. */
const obligation = (
  nn: string,
  nb: string,
  en: string,
  ...legalBases: readonly LegalBasisId[]
): Obligation => ({
  text: text(nb, nn, en),
  legalBases,
  source: says(occupationLege, nn),
});

const soundness: readonly Obligation[] = [
  obligation(
    'Som lege har du ansvar for at den behandlinga du gir er lindrande, effektiv og av god kvalitet.',
    'Som lege har du ansvar for at den behandlingen du gir er lindrende, effektiv og av god kvalitet.',
    'As a doctor you are responsible for the treatment you give being soothing, effective and of good quality.',
    'hpl-4',
  ),
  obligation(
    'Du må like å lesa og læra nye ting for å halda deg oppdatert på medisinsk og teknologisk utvikling.',
    'Du må like å lese og lære nye ting for å holde deg oppdatert på medisinsk og teknologisk utvikling.',
    'You must like to read and learn new things to keep up with medical and technological development.',
    'hpl-4',
  ),
];

/** From student to specialist: what a doctor may do alone at each step hangs on it. */
const pathToAuthorisation: readonly Obligation[] = [
  obligation(
    'Du må ha autorisasjon frå Helsedirektoratet for å jobba som lege.',
    'Du må ha autorisasjon fra Helsedirektoratet for å jobbe som lege.',
    'You must be authorised by the Directorate of Health to work as a doctor.',
    'hpl-48',
    'hpl-49',
    'hpl-74',
  ),
  obligation(
    'Etter gjennomførd studium søker ein Helsedirektoratet om autorisasjon som lege.',
    'Etter gjennomført studium søker en Helsedirektoratet om autorisasjon som lege.',
    'After completed studies one applies to the Directorate of Health for authorisation as a doctor.',
    'hpl-48',
  ),
  obligation(
    'Spesialistutdanninga for legar er no bygd opp av tre delar; LIS1, LIS2 og LIS3 der LIS er forkortning for Lege I Spesialisering.',
    'Spesialistutdanningen for leger er nå bygd opp av tre deler; LIS1, LIS2 og LIS3 der LIS er forkortelse for Lege I Spesialisering.',
    'Specialist training for doctors now has three parts, LIS1, LIS2 and LIS3, where LIS stands for doctor in specialisation.',
    'hpl-48',
    'hpl-49',
  ),
  obligation(
    'Det omfattar praktisk teneste, teoretisk undervisning og andre læringsaktivitetar i minst seks og eit halvt år etter tildelt autorisasjon eller lisens.',
    'Det omfatter praktisk tjeneste, teoretisk undervisning og andre læringsaktiviteter i minst seks og et halvt år etter tildelt autorisasjon eller lisens.',
    'It covers practical service, theoretical teaching and other learning for at least six and a half years after authorisation or licence.',
    'hpl-48',
    'hpl-49',
  ),
  obligation(
    'Den første delen (LIS1) er felles for alle spesialiseringar og blir utgjorde av 12 månader i sjukehus og 6 månader i kommunale helse- og omsorgsteneste.',
    'Den første delen (LIS1) er felles for alle spesialiseringer og utgjøres av 12 måneder i sykehus og 6 måneder i kommunal helse- og omsorgstjeneste.',
    'The first part (LIS1) is common to all specialities: 12 months in hospital and 6 months in municipal health and care services.',
    'hpl-48',
    'hpl-49',
  ),
  obligation(
    'Viss du skal jobba som fastlege eller i kommunal legevakt, må du ha gjennomført LIS- 1 tenesta.',
    'Hvis du skal jobbe som fastlege eller i kommunal legevakt, må du ha gjennomført LIS1-tjenesten.',
    'To work as a regular general practitioner or in municipal out-of-hours care, you must have completed LIS1.',
    'hpl-48',
    'hpl-49',
  ),
];

export const legeTemplate: RoleDescriptionTemplate = {
  code: 'lege',
  version: 1,
  occupation: 'LE',
  name: text('Lege', 'Lege', 'Doctor'),
  source: says(occupationLege, 'Vanlege arbeidsoppgåver for legar:'),
  areas: [
    area('lege', codesOf([...doctorTasks, prescribing, ...delegableExamples])),
    area('generelt', ['generelt-blodproeve-for-politiet']),
  ],
  afterDelegation: [],
  obligations: [...soundness, ...pathToAuthorisation, ...delegating],
  readings: [],
  specialities,
};
