import { RecordEvidence } from '../competence/record.dto.js';
import type { NewRecord } from '../competence/record.rows.js';
import { inTurn, kindOfRecord, termsOf } from '../competence/record.rules.js';
import { faultsOf } from '../http/validation.pipe.js';
import { midnightInOslo } from '../law/oslo.js';
import type { Refusal } from '../law/refusals.js';
import { competenceMeant, levelMeant } from './competence-name.rules.js';
import type { ImportField } from './headings.rules.js';
import type { HeldCompetence, Named, Recorded, Twin } from './import.facts.js';
import { type Directory, type Known, personMeant, type Said } from './person.rules.js';
import type { Row, RowFault } from './row.js';

/** Who records, from which file, and when. */
export interface Recording {
  readonly byPersonId: string | null;
  readonly fileName: string;
  readonly now: number;
  readonly newId: () => string;
}

/** A row with whom and what it means, as far as that can be known. */
export interface Meant {
  readonly number: number;
  readonly person: Known | null;
  readonly assessor: Known | null;
  readonly competence: HeldCompetence | null;
  /** What would be recorded; null where anything is wrong with the row. */
  readonly record: NewRecord | null;
  readonly faults: readonly RowFault[];
}

export function meant(row: Row, named: Named, recording: Recording): Meant {
  const faults = [...row.faults];
  const person = whoIn(row.person, 'person', named.people, faults);
  const assessor = whoIn(row.assessor, 'assessedBy', named.people, faults);
  const competence = whatIn(row, named, faults);
  const level = levelIn(row, competence, faults);
  const evidence = evidenceIn(row, recording, faults);
  const found = { number: row.number, person, assessor, competence };
  const terms =
    row.achievedOn === null ? null : termsIn(row, row.achievedOn, level, competence, recording.now, faults);
  if (faults.length > 0 || !terms || !person || !competence) return { ...found, record: null, faults };
  const record = {
    ...terms,
    id: recording.newId(),
    personId: person.id,
    competenceId: competence.id,
    kind: kindOfRecord(person.id, recording.byPersonId),
    assessorId: assessor?.id ?? null,
    evidence,
  };
  return { ...found, record, faults };
}

function whoIn(said: Said | null, field: ImportField, people: Directory, faults: RowFault[]): Known | null {
  if (!said) return null;
  const who = personMeant(said, people);
  if ('person' in who) return who.person;
  faults.push({ field, code: who.code });
  return null;
}

function whatIn(
  { competence: said }: Row,
  { competences }: Named,
  faults: RowFault[],
): HeldCompetence | null {
  if (said === null) return null;
  const what = competenceMeant(said, competences);
  if ('competence' in what) return what.competence;
  faults.push({ field: 'competence', ...what });
  return null;
}

function levelIn({ level }: Row, competence: HeldCompetence | null, faults: RowFault[]): number | null {
  if (!level || !competence) return null;
  const found = levelMeant(level.text, level.number, competence.levels);
  if (found === null)
    faults.push({ field: 'level', code: 'level-unknown', bound: competence.levels.join(', ') });
  return found;
}

const longestName = 120;

/** Where nothing else is said, the record is known from the file, and can be found in it. */
function evidenceIn(
  { source, note, number }: Row,
  { fileName }: Recording,
  faults: RowFault[],
): NewRecord['evidence'] {
  const file = fileName.length > longestName ? 'fil' : fileName;
  const evidence = { source: source ?? `Importert fra ${file}, rad ${number}`, note };
  const isSaid = source !== null || note !== null;
  const wrong = isSaid ? faultsOf(Object.assign(new RecordEvidence(), evidence)) : [];
  for (const { pointer, code, bound } of wrong) {
    const field = pointer === '/note' ? 'note' : 'source';
    const isKnown = faults.some((known) => known.field === field && known.code === code);
    if (!isKnown) faults.push({ field, code, bound });
  }
  return evidence;
}

/** By the very rules of a record that is registered by hand; what is wrong with the day shows whatever the competence. */
function termsIn(
  row: Row,
  achievedOn: string,
  level: number | null,
  competence: HeldCompetence | null,
  now: number,
  faults: RowFault[],
): Pick<NewRecord, 'achievedOn' | 'level' | 'valid'> {
  const validTo = row.validTo === null ? null : midnightInOslo(row.validTo);
  const scale = {
    levels: competence?.levels.length ?? 1,
    validityMonths: competence?.validityMonths ?? null,
  };
  const terms = termsOf({ level, achievedOn, validTo }, scale, now);
  for (const { field, code, bound } of terms.faults)
    faults.push({ field: field === 'validTo' ? row.endField : field, code, bound });
  return { achievedOn, level: terms.level, valid: terms.valid };
}

export interface Planned extends Meant {
  readonly outcome: 'new' | 'duplicate' | 'refused' | 'invalid';
  readonly refusals: readonly Refusal[];
  /** What is there already, or another row of the file that says the same. */
  readonly duplicateOf: { readonly recordId: string | null; readonly row: number | null } | null;
}

type Recordable = Meant & { readonly record: NewRecord };

/**
 * What becomes of every row. They are judged in the order in which they were achieved, whatever the order in the file,
 * so that a renewal takes over from what it renews.
 */
export function planned(rows: readonly Meant[], { standing, twins }: Recorded): Planned[] {
  const recordable = rows.filter((row): row is Recordable => row.record !== null).sort(byAchievement);
  const duplicates = duplicatesAmong(recordable, twins);
  const fresh = recordable.filter((row) => !duplicates.has(row));
  const turns = inTurn(
    standing,
    fresh.map(({ record }) => record),
  );
  const refused = new Map(
    fresh.map((row, i): [Meant, readonly Refusal[]] => [row, turns[i]?.refusals ?? []]),
  );
  return rows.map((row) => {
    const refusals = refused.get(row) ?? [];
    const duplicateOf = duplicates.get(row) ?? null;
    return { ...row, outcome: outcomeOf(row, refusals, duplicateOf), refusals, duplicateOf };
  });
}

function outcomeOf(
  { record }: Meant,
  refusals: readonly Refusal[],
  duplicateOf: Planned['duplicateOf'],
): Planned['outcome'] {
  if (record === null) return 'invalid';
  if (duplicateOf !== null) return 'duplicate';
  return refusals.length > 0 ? 'refused' : 'new';
}

export const isNew = (row: Planned): row is Planned & Recordable => row.outcome === 'new';

export const byAchievement = (a: Recordable, b: Recordable): number =>
  a.record.valid.from - b.record.valid.from || a.record.level - b.record.level || a.number - b.number;

/** Of the same person, in the same competence, achieved on the same day at the same level; the first that says so is none. */
function duplicatesAmong(
  rows: readonly Recordable[],
  twins: readonly Twin[],
): Map<Meant, NonNullable<Planned['duplicateOf']>> {
  const held = Map.groupBy(twins, keyOf);
  const earlier = new Map<string, number>();
  const duplicates = new Map<Meant, NonNullable<Planned['duplicateOf']>>();
  for (const row of rows) {
    const key = keyOf(row.record);
    const twin = held.get(key)?.find(({ kind }) => kind === 'confirmed' || kind === row.record.kind);
    const first = earlier.get(key);
    if (twin) duplicates.set(row, { recordId: twin.id, row: null });
    else if (first !== undefined) duplicates.set(row, { recordId: null, row: first });
    else earlier.set(key, row.number);
  }
  return duplicates;
}

const keyOf = ({ personId, competenceId, achievedOn, level }: Omit<Twin, 'id' | 'kind'>): string =>
  `${personId} ${competenceId} ${achievedOn} ${level}`;
