import { text } from '../law/legal-bases.js';
import { area } from './areas.js';
import type { Obligation, RoleDescriptionTemplate } from './catalogue.types.js';
import { helping } from './obligations.js';
import { example } from './sources.js';

const inTraining: Obligation = {
  text: text(
    'Elever og studenter får som regel bare oppgaver ut fra hensynet til opplæring: formål, veileder og sluttdato avtales på forhånd.',
    'Elevar og studentar får som regel berre oppgåver ut frå omsynet til opplæring: formål, rettleiar og sluttdato blir avtalte på førehand.',
    'Pupils and students are as a rule given tasks only for the sake of training: purpose, supervisor and end date are agreed beforehand.',
  ),
  legalBases: ['hpl-5', 'hpl-3'],
  source: example,
};

const training = area('generelt', ['generelt-delta-i-opplaering']);

/** No clinical right of their own: what is learnt on patients is left to them by somebody who holds it, for training. */
export const traineeTemplates: readonly RoleDescriptionTemplate[] = [
  {
    code: 'helsesekretaerelev',
    version: 1,
    occupation: 'X-HEL',
    name: text('Elev i helseservicefag', 'Elev i helseservicefag', 'Pupil in health services'),
    source: example,
    areas: [training],
    afterDelegation: [
      'laboratorium-blodproevetaking',
      'laboratorium-analysere-urin-og-faeces',
      'skiftestue-ekg',
      'skiftestue-bt-puls-temperatur',
      'skiftestue-saarskift',
      'skiftestue-spirometri',
    ],
    obligations: [inTraining, ...helping],
    readings: [],
    specialities: [],
  },
  {
    code: 'medisinstudent',
    version: 1,
    occupation: 'X-MST',
    name: text('Medisinstudent', 'Medisinstudent', 'Medical student'),
    source: example,
    areas: [training],
    afterDelegation: [
      'laboratorium-blodproevetaking',
      'skiftestue-ekg',
      'lege-allergiprikktest',
      'lege-perifert-venekateter',
    ],
    obligations: [
      inTraining,
      {
        text: text(
          'Med studentlisens utøver studenten legeyrket innenfor lisensen; uten er det oppgaver under opplæring og tilsyn.',
          'Med studentlisens utøver studenten legeyrket innanfor lisensen; utan er det oppgåver under opplæring og tilsyn.',
          'With a student licence the student practises as a doctor within the licence; without one it is tasks under training and supervision.',
        ),
        legalBases: ['hpl-49', 'hpl-5'],
        source: example,
      },
      ...helping,
    ],
    readings: [],
    specialities: [],
  },
];
