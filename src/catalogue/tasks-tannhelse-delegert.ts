import { text } from '../law/legal-bases.js';
import type { CatalogueTask } from './catalogue.types.js';
import { mayDelegate } from './entitlements.js';
import { recordIt, threeAssessments } from './legal-notes.js';
import { dentalTask } from './tasks-tannhelse.js';

const delegatedWords =
  'Tannhelsesekretæren kan selvstendig etter delegering tilrettelegge og utføre profylaktiske oppgaver rettet mot den enkelte pasient og sette infiltrasjonsanestesi.';

/** Not a tannhelsesekretær's own: she holds them after delegation only, and passes neither on. */
export const delegatedDentalTasks: readonly CatalogueTask[] = [
  dentalTask(
    'profylaktiske-oppgaver',
    text(
      'Tilrettelegge og utføre profylaktiske oppgaver rettet mot den enkelte pasient',
      'Leggje til rette og utføre profylaktiske oppgåver retta mot den enkelte pasienten',
      'Preparing and carrying out prophylactic tasks for the individual patient',
    ),
    mayDelegate('TL', 'TP'),
    [threeAssessments, recordIt],
    delegatedWords,
  ),
  {
    ...dentalTask(
      'infiltrasjonsanestesi',
      text('Sette infiltrasjonsanestesi', 'Setje infiltrasjonsanestesi', 'Giving infiltration anaesthesia'),
      mayDelegate('TL'),
      [],
      delegatedWords,
    ),
    contested: {
      course: text(
        'Kurs i infiltrasjonsanestesi: oppgi navn, arrangør og dato',
        'Kurs i infiltrasjonsanestesi: oppgi namn, arrangør og dato',
        'Course in infiltration anaesthesia: give its name, organiser and date',
      ),
      note: text(
        'Omstridt: yrkesbeskrivelsen åpner for det etter delegering, Tannlegeforeningen mener grunnutdanningen ikke gir kvalifikasjonene. Krever navngitt kurs, begrunnet vurdering og at tannlegen er til stede.',
        'Omstridt: yrkesomtalen opnar for det etter delegering, Tannlegeforeningen meiner grunnutdanninga ikkje gir kvalifikasjonane. Krev namngitt kurs, grunngitt vurdering og at tannlegen er til stades.',
        'Contested: the occupational description allows it after delegation, the Dental Association holds that basic education lacks the qualifications. Takes a named course, a reasoned assessment and the dentist’s presence.',
      ),
    },
    legalNotes: [
      {
        basis: 'th-infiltration',
        note: text(
          'Tannlegeforeningen frarådet det i 2015 og sa i 2022 at tannhelsesekretærens grunnutdanning ikke gir kvalifikasjonene.',
          'Tannlegeforeningen rådde ifrå det i 2015 og sa i 2022 at grunnutdanninga til tannhelsesekretæren ikkje gir kvalifikasjonane.',
          'The Dental Association advised against it in 2015 and said in 2022 that the dental secretary’s basic education does not give the qualifications.',
        ),
      },
      threeAssessments,
      {
        basis: 'hpl-5-guide',
        note: text(
          'Tannpleier med godkjent utdanning i lokalanestesi kan ha oppgaven i egen kompetanse; virksomheten legger det til der det gjelder.',
          'Tannpleiar med godkjend utdanning i lokalanestesi kan ha oppgåva i eigen kompetanse; verksemda legg det til der det gjeld.',
          'A dental hygienist with approved education in local anaesthesia may hold the task in her own right; the clinic adds that where it applies.',
        ),
      },
      recordIt,
    ],
  },
];
