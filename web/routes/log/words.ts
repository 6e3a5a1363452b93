import i18next, { type TFunction } from 'i18next';
import { languageInUse } from '../../app/language.ts';
import type { nb } from '../../texts/nb.ts';

type Word = keyof typeof nb.entry;

const words = (): Word[] =>
  Object.keys(i18next.getResource(languageInUse(), 'translation', 'entry') as object) as Word[];

/** Every type of entry that has words, as it stands in the log. */
export const knownTypes = (): string[] => words().map((word) => word.replace('_', '.'));

/** What happened, in words; a type that this version does not know is shown as it is. */
export function typeText(type: string, t: TFunction): string {
  const word = words().find((known) => known === type.replace('.', '_'));
  return word ? t(`entry.${word}`) : type;
}
