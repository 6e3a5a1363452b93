import { type Cell, folded, textOf } from './cell.rules.js';

/** What a column can be. */
export const importFields = [
  'person',
  'firstName',
  'lastName',
  'email',
  'hprNumber',
  'competence',
  'level',
  'achievedOn',
  'validTo',
  'validThrough',
  'assessedBy',
  'source',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column is which field, counted from 1. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>;

/** Headings that say what a column is, the most telling first. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  person: [
    'ansatt',
    'person',
    'medarbeider',
    'arbeidstaker',
    'fullt navn',
    'fullt namn',
    'navn',
    'namn',
    'employee',
    'full name',
    'name',
  ],
  firstName: ['fornavn', 'førenamn', 'first name', 'given name'],
  lastName: ['etternavn', 'etternamn', 'last name', 'surname', 'family name'],
  email: ['e post', 'epost', 'e postadresse', 'epostadresse', 'e mail', 'email', 'e mail address', 'mail'],
  hprNumber: ['hpr nummer', 'hprnummer', 'hpr nr', 'hprnr', 'hpr', 'hpr number'],
  competence: [
    'kompetanse',
    'kurs',
    'kursnavn',
    'kursnamn',
    'kompetansenavn',
    'kompetansenamn',
    'kurskode',
    'kompetansekode',
    'sertifikat',
    'competence',
    'course',
    'certificate',
  ],
  level: ['nivå', 'kompetansenivå', 'level'],
  achievedOn: [
    'oppnådd',
    'gjennomført',
    'gjennomførd',
    'bestått',
    'fullført',
    'oppnådd dato',
    'gjennomført dato',
    'dato gjennomført',
    'bestått dato',
    'kursdato',
    'dato',
    'achieved on',
    'achieved',
    'completed',
    'completed on',
    'date',
  ],
  validTo: [
    'gyldig til',
    'utløper',
    'utløpsdato',
    'går ut',
    'valid to',
    'valid until',
    'expires',
    'expiry date',
  ],
  validThrough: [
    'gyldig til og med',
    'gyldig t o m',
    'gyldig tom',
    'til og med',
    't o m',
    'siste gyldige dag',
    'valid through',
  ],
  assessedBy: [
    'bekreftet av',
    'stadfesta av',
    'vurdert av',
    'sett av',
    'godkjent av',
    'godkjend av',
    'assessed by',
    'confirmed by',
  ],
  source: ['dokumentasjon', 'kilde', 'kjelde', 'bevis', 'kursbevis', 'source', 'evidence'],
  note: ['merknad', 'kommentar', 'notat', 'note', 'comment'],
};

const listed = new Map(
  importFields.flatMap((field) =>
    headings[field].map((heading, rank): [string, { field: ImportField; rank: number }] => [
      heading,
      { field, rank },
    ]),
  ),
);

/** Whatever stands in such a column is not to be known here. */
const identityHeading =
  /^(f(ø|o|oe)dsels ?n(umme)?r|f ?nr|person ?n(umme)?r|d ?n(umme)?r|(norsk )?identitets ?n(umme)?r|national id(entity number)?|ssn)( 11 siffer)?$/;

/** In lower case, its words alone. */
export const plain = (heading: string): string =>
  folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const isIdentityHeading = (heading: string): boolean => identityHeading.test(plain(heading));

export type Headings = readonly (string | null)[];

const longestHeading = 200;

export const headingsOf = (row: readonly Cell[]): Headings =>
  row.map((cell) => textOf(cell)?.replace(/\s+/g, ' ').slice(0, longestHeading).toWellFormed() ?? null);

/** By headings in Norwegian and English; what two columns claim in the same words is nobody's. */
export function guessed(found: Headings): Mapping {
  const best = new Map<ImportField, { column: number; rank: number; tied: boolean }>();
  for (const [i, heading] of found.entries()) {
    const known = listed.get(plain(heading ?? ''));
    if (!known) continue;
    const held = best.get(known.field);
    if (!held || known.rank < held.rank)
      best.set(known.field, { column: i + 1, rank: known.rank, tied: false });
    else if (known.rank === held.rank) held.tied = true;
  }
  const sure = [...best].filter(([, { tied }]) => !tied).map(([field, { column }]) => [field, column]);
  return withoutDoubt(Object.fromEntries(sure));
}

/** The last valid day says more than the day on which it ends. */
const withoutDoubt = ({ validTo, ...mapping }: Mapping): Mapping =>
  mapping.validThrough === undefined && validTo !== undefined ? { ...mapping, validTo } : mapping;
