import type { CompetenceKind } from '../competence/competence.rules.js';
import { type Text, text } from '../law/legal-bases.js';
import type { LegalNote, Source } from './catalogue.types.js';
import type { CatalogueCompetence, CompetenceLevel } from './competence.types.js';
import { competenceOverview, onlyWhatIsMastered } from './legal-notes.js';
import { example } from './sources.js';

/** Passed or not. */
const passed: readonly CompetenceLevel[] = [{ level: 1, name: text('Bestått', 'Bestått', 'Passed') }];

/** How far somebody has come in doing the work itself; the third step is what an assessor has reached. */
const mastery: readonly CompetenceLevel[] = [
  { level: 1, name: text('Under tilsyn', 'Under tilsyn', 'Under supervision') },
  { level: 2, name: text('Selvstendig', 'Sjølvstendig', 'Independently') },
  { level: 3, name: text('Kan lære bort', 'Kan lære bort', 'Can teach others') },
];

/** Where it differs from what is common to its kind. The notes come in addition. */
type Differing = Partial<Pick<CatalogueCompetence, 'renewal' | 'legalNotes' | 'authorities'>>;

type Form = (
  code: string,
  name: Text,
  source: Source,
  validityMonths: number | null,
  differing?: Differing,
) => CatalogueCompetence;

const form =
  (
    kind: CompetenceKind,
    levels: readonly CompetenceLevel[],
    renewal: Text,
    ...common: readonly LegalNote[]
  ): Form =>
  (code, name, source, validityMonths, { legalNotes = [], ...differing } = {}) => ({
    code,
    name,
    kind,
    levels,
    validityMonths,
    renewal,
    validitySource: example,
    source,
    legalNotes: [...common, ...legalNotes],
    authorities: [],
    ...differing,
  });

export const whileInUse = text(
  'Gjelder så lenge oppgaven gjøres jevnlig; etter et lengre opphold ser en som kan lære bort, oppgaven utført på nytt.',
  'Gjeld så lenge oppgåva blir gjord jamleg; etter eit lengre opphald ser ein som kan lære bort, oppgåva utført på nytt.',
  'Holds as long as the task is done regularly; after a longer break somebody who can teach it sees it done again.',
);

export const course = form(
  'course',
  passed,
  text(
    'Fornyes med nytt kurs eller oppfriskningskurs før gyldigheten går ut.',
    'Blir fornya med nytt kurs eller oppfriskingskurs før gyldigheita går ut.',
    'Renewed by a new course or a refresher course before it runs out.',
  ),
  competenceOverview,
);

/** A paper from outside the clinic, or a test. */
export const certificate = form(
  'certificate',
  passed,
  text(
    'Fornyes med ny prøve før gyldigheten går ut.',
    'Blir fornya med ny prøve før gyldigheita går ut.',
    'Renewed by a new test before it runs out.',
  ),
  competenceOverview,
);

const seenAgain = text(
  'Fornyes ved at en som kan lære bort, ser oppgaven utført på nytt.',
  'Blir fornya ved at ein som kan lære bort, ser oppgåva utført på nytt.',
  'Renewed when somebody who can teach it sees the task done again.',
);

/** Work of health personnel, seen done: each still judges their own competence (§ 4). */
export const observed = form('observed-practice', mastery, seenAgain, competenceOverview, onlyWhatIsMastered);

/** Work that is not health care, seen done: whoever does it need not be health personnel, so § 4 is not cited. */
export const observedWork = form('observed-practice', mastery, seenAgain, competenceOverview);

export const eLearning = form(
  'e-learning',
  passed,
  text(
    'Fornyes ved å gå gjennom e-læringen på nytt.',
    'Blir fornya ved å gå gjennom e-læringa på nytt.',
    'Renewed by going through the e-learning again.',
  ),
  competenceOverview,
);

export const furtherEducation = form(
  'further-education',
  passed,
  text(
    'Fornyes ikke; den som har fullført, holder seg faglig oppdatert.',
    'Blir ikkje fornya; den som har fullført, held seg fagleg oppdatert.',
    'Not renewed; whoever has completed it keeps up with the subject.',
  ),
  competenceOverview,
);
