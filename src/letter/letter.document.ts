import type { DelegationView, ReviewView, StepView } from '../delegation/delegation.dto.js';
import { type Language, type LegalBasisId, legalBases } from '../law/legal-bases.js';
import { strengthNames } from '../law/strengths.js';
import {
  type Block,
  heading,
  type Item,
  type LetterDocument,
  labelled,
  note,
  paragraph,
} from './letter.block.js';
import { deadlineText, momentText } from './letter.dates.js';
import { type LetterFacts, standingAt } from './letter.facts.js';
import { called, opening, parties } from './letter.opening.js';
import { words } from './letter.words.js';
import { standingWords, stepWords } from './standing.words.js';

/** A delegation as a letter that can be shown, printed and filed: a proposal or an ended one says so first. */
export function letterOf(facts: LetterFacts, language: Language): LetterDocument {
  const { clinic, delegation, at } = facts;
  const standing = standingAt(delegation, at);
  const mark = standingWords[standing].mark[language];
  return {
    title: `${words.title[language]}: ${delegation.task.name}`,
    language,
    at,
    foot: [words.title[language], mark, clinic.name].join(' · '),
    pageWords: words.page[language],
    blocks: [
      ...opening(facts, standing, language),
      ...parties(facts, standing, language),
      ...assessmentOf(delegation, language),
      ...terms(facts, language),
      ...life(delegation, language),
      ...basesOf(language),
      ...receiptBlocks(facts, language),
    ],
  };
}

function assessmentOf({ assessment, contested }: DelegationView, language: Language): Block[] {
  return [
    heading(words.assessment[language]),
    ...labelled(words.taskNature[language], assessment.taskNature ?? ''),
    ...labelled(words.qualifications[language], assessment.qualifications ?? ''),
    ...labelled(words.followUp[language], assessment.followUp ?? ''),
    ...(contested
      ? [
          heading(words.contested[language]),
          ...labelled(words.course[language], contested.course),
          ...labelled(words.reasoning[language], contested.reasoning),
          ...labelled(
            words.presence[language],
            (contested.delegatorPresent ? words.present : words.absent)[language],
          ),
        ]
      : []),
  ];
}

function terms({ delegation, supervisor }: LetterFacts, language: Language): Block[] {
  const { conditions, supervision, training } = delegation;
  return [
    heading(words.conditions[language]),
    paragraph(conditions?.trim() ? conditions : words.noConditions[language]),
    heading(words.supervision[language]),
    ...labelled(words.reachable[language], supervision.reachableHow),
    ...labelled(words.reviewBy[language], deadlineText(supervision.reviewBy, language)),
    ...(training
      ? [
          heading(words.training[language]),
          ...labelled(words.purpose[language], training.purpose),
          ...(supervisor ? labelled(words.supervisor[language], called(supervisor)) : []),
        ]
      : []),
  ];
}

/** So many reviews are printed; a delegation that is followed up for years would else fill a book. */
const mostReviews = 10;

function life({ steps, reviews }: DelegationView, language: Language): Block[] {
  const shown = reviews.slice(-mostReviews);
  const earlier = reviews.length - shown.length;
  return [
    heading(words.life[language]),
    { kind: 'list', items: steps.map((step) => stepItem(step, language)) },
    ...(shown.length > 0
      ? [
          heading(words.reviews[language]),
          ...(earlier > 0 ? [note(`${words.earlier[language]} ${earlier}.`)] : []),
          { kind: 'list' as const, items: shown.map((review) => reviewItem(review, language)) },
        ]
      : []),
  ];
}

function stepItem({ kind, at, recordedAt, by, reason }: StepView, language: Language): Item {
  const recorded = momentText(Date.parse(recordedAt), language);
  const effective = momentText(Date.parse(at), language);
  return {
    lead: `${recorded}: ${stepWords[kind][language]}${doneBy(by, language)}.`,
    text: [
      ...(effective === recorded ? [] : [`${words.effective[language]} ${effective}.`]),
      ...(reason ? [`${words.reason[language]}: ${reason}`] : []),
    ].join(' '),
  };
}

const reviewItem = ({ at, by, outcome, note: told }: ReviewView, language: Language): Item => ({
  lead: `${momentText(Date.parse(at), language)}: ${outcome}${by ? ` (${by.name})` : ''}.`,
  text: told,
});

const doneBy = (by: { name: string } | null, language: Language): string =>
  by ? ` ${words.by[language]} ${by.name}` : '';

const bases: readonly LegalBasisId[] = [
  'hpl-5',
  'hpl-4',
  'hpl-5-guide',
  'delta-no-redelegation',
  'delegator-authorised',
];

const basesOf = (language: Language): Block[] => [
  heading(words.bases[language]),
  {
    kind: 'list',
    items: bases.map((id) => {
      const { citation, strength, says } = legalBases[id];
      const strengthSays = `${words.strength[language]}: ${strengthNames[strength][language]}.`;
      return { lead: `${capital(citation[language])}.`, text: `${says[language]} ${strengthSays}` };
    }),
  },
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function receiptBlocks({ receipt }: LetterFacts, language: Language): Block[] {
  const told: Block[] = receipt
    ? [
        {
          kind: 'facts',
          rows: [
            [words.log[language], receipt.origin],
            [words.entry[language], String(receipt.seq)],
            [words.size[language], String(receipt.size)],
            [words.root[language], receipt.root],
          ],
        },
        paragraph(words.verify[language]),
      ]
    : [paragraph(words.unreceipted[language])];
  return [heading(words.receipt[language]), ...told];
}
