import type { Language } from '../law/legal-bases.js';
import { aheadInOslo } from '../law/oslo.js';
import type { Member } from './matrix.loader.js';
import { personView } from './matrix.view.js';
import { words } from './matrix-export.texts.js';
import type { Sheet } from './sheet.js';

export const sheetOf = (name: keyof typeof words, rows: Sheet['rows'], language: Language): Sheet => ({
  name: words[name][language],
  rows,
});

export const personHeader = (language: Language): string[] => [words.name[language], words.title[language]];

/** The title is the one that they may carry at the moment (hpl-74). */
export function personCells(member: Member, at: number, language: Language): string[] {
  const { name, title } = personView(member, at, language);
  return [name, title];
}

/** When it is about, and as known when; then an empty row. */
export const momentRows = (
  { at, knownAt }: { readonly at: number; readonly knownAt: number | null },
  language: Language,
): string[][] => [
  [words.at[language], momentText(at)],
  ...(knownAt === null ? [] : [[words.knownAt[language], momentText(knownAt)]]),
  [],
];

const halfADay = 12 * 3_600_000;
const midnight = '00:00';

/** What the clocks in Oslo show: dd.mm.åååå, and hh:mm. */
function clockAt(at: number): readonly [day: string, time: string] {
  const told = new Date(at + aheadInOslo(at)).toISOString();
  const [year, month, day] = told.slice(0, 10).split('-');
  return [`${day}.${month}.${year}`, told.slice(11, 16)];
}

/** A moment on a midnight is told as a day. */
export function momentText(at: number): string {
  const [day, time] = clockAt(at);
  return time === midnight ? day : `${day} ${time}`;
}

/** An end is exclusive: one on a midnight is told as the last day before it. */
export function endText(at: number, language: Language): string {
  const [day, time] = clockAt(at);
  if (time !== midnight) return `${words.until[language]} ${day} ${time}`;
  return `${words.through[language]} ${clockAt(at - halfADay)[0]}`;
}
