import { areaTitles } from '../catalogue/areas.js';
import type { DelegationView } from '../delegation/delegation.dto.js';
import type { Language } from '../law/legal-bases.js';
import { occupations } from '../law/occupations.js';
import { type Block, heading, note, paragraph } from './letter.block.js';
import { dayText, momentText, periodText } from './letter.dates.js';
import { type LetterFacts, momentOfTitles, type Named, type Standing } from './letter.facts.js';
import { words } from './letter.words.js';
import { endWords, introWords, standingWords } from './standing.words.js';

/** What must be read first: whether the letter gives any right, and in one sentence which. */
export function opening(
  { at, clinic, ...facts }: LetterFacts,
  standing: Standing,
  language: Language,
): Block[] {
  const { organisationNumber: number } = clinic;
  const { mark } = standingWords[standing];
  return [
    { kind: 'title', text: words.title[language] },
    note(number ? `${clinic.name} · ${words.organisationNumber[language]} ${spaced(number)}` : clinic.name),
    {
      kind: 'status',
      text: mark[language],
      says: `${statusSays(facts.delegation, standing, language)} ${words.statusAt[language]} ${momentText(at, language)}.`,
      inForce: standing === 'in-force',
    },
    paragraph(intro(facts, standing, language)),
  ];
}

const spaced = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1\u00a0');

function statusSays(delegation: DelegationView, standing: Standing, language: Language): string {
  const says = standingWords[standing].says[language];
  const { standsFrom, standsTo, status } = delegation;
  switch (standing) {
    case 'coming':
    case 'in-force':
      return `${says} ${periodText(standsFrom ?? delegation.validFrom, standsTo, language)}.`;
    case 'ended':
      return [endWords[status]?.[language], says].join(' ').trim();
    case 'proposed':
    case 'unanswered':
    case 'declined':
    case 'withdrawn':
      return says;
  }
}

type Parts = Pick<LetterFacts, 'delegation' | 'delegator' | 'delegatee'>;

function intro({ delegation, delegator, delegatee }: Parts, standing: Standing, language: Language): string {
  const parts = {
    delegator: inSentence(delegator),
    delegatee: inSentence(delegatee),
    task: delegation.task.name,
  } as const;
  return introWords[tenseOf(standing)][language].replace(
    /\{(delegator|delegatee|task)\}/g,
    (_, part: keyof typeof parts) => parts[part],
  );
}

function tenseOf(standing: Standing): keyof typeof introWords {
  switch (standing) {
    case 'coming':
    case 'in-force':
      return 'stands';
    case 'ended':
      return 'ended';
    case 'proposed':
    case 'unanswered':
    case 'declined':
    case 'withdrawn':
      return 'proposed';
  }
}

const inSentence = ({ name, title }: Named): string => (title === '' ? name : `${name} (${title})`);

export const called = ({ name, title }: Named): string => (title === '' ? name : `${name}, ${title}`);

export function parties(facts: LetterFacts, standing: Standing, language: Language): Block[] {
  const { delegation, delegator, delegatee, at } = facts;
  const titlesAt = momentOfTitles(delegation, at);
  return [
    heading(words.parties[language]),
    {
      kind: 'facts',
      rows: [
        [words.delegator[language], called(delegator)],
        [words.profession[language], professionName(facts, language)],
        [words.delegatee[language], called(delegatee)],
        [words.task[language], delegation.task.name],
        [words.area[language], areaName(delegation.task.area, language)],
        ...periodRows(delegation, standing, language),
      ],
    },
    note(words.titlesAt[language].replace('{day}', dayText(titlesAt))),
    heading(words.onward[language]),
    paragraph(words.neverOnward[language]),
    ...(tenseOf(standing) === 'stands' ? [note(words.today[language])] : []),
  ];
}

/** Not even the name of the right is a title that somebody is given who does not hold it. */
function professionName({ delegation, professionHeld }: LetterFacts, language: Language): string {
  const { title, plainName } = occupations[delegation.profession];
  return `${(professionHeld ? title : plainName)[language]} (${delegation.profession})`;
}

const areaName = (code: string, language: Language): string =>
  Object.hasOwn(areaTitles, code) ? areaTitles[code as keyof typeof areaTitles][language] : code;

function periodRows(delegation: DelegationView, standing: Standing, language: Language): [string, string][] {
  const { validFrom, validTo, standsFrom, standsTo } = delegation;
  const requested: [string, string] = [words.requested[language], periodText(validFrom, validTo, language)];
  if (standsFrom === null) return [requested];
  const label = standing === 'ended' ? words.stood : words.stands;
  return [requested, [label[language], periodText(standsFrom, standsTo, language)]];
}
