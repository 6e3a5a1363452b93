import type { Require, RequirementsView, RequirementView } from '../../api/schema.ts';
import { isoDay, today } from '../../ui/day.ts';

type Occupation = RequirementView['exceptOccupations'][number];

/** What is typed, by the paths of the API's body; the level as the choice has it, in text. */
export interface Required {
  from: string;
  allOf: { anyOf: { competenceId: string; minLevel: string }[]; exceptOccupations: Occupation[] }[];
}

export const noOption = { competenceId: '', minLevel: '1' };

/** What is decided to stand until further notice, to be changed from today. */
export const asItStands = ({ items }: RequirementsView): Required => ({
  from: today(),
  allOf: items
    .filter(({ validTo }) => validTo === null)
    .map(({ anyOf, exceptOccupations }) => ({
      anyOf: anyOf.map(({ competenceId, minLevel }) => ({ competenceId, minLevel: String(minLevel) })),
      exceptOccupations,
    })),
});

/** As the API takes it; the form has seen to it that the day is one. */
export const asked = ({ from, allOf }: Required): Require => ({
  from: isoDay(from) ?? '',
  allOf: allOf.map(({ anyOf, exceptOccupations }) => ({
    anyOf: anyOf.map(({ competenceId, minLevel }) => ({ competenceId, minLevel: Number(minLevel) })),
    exceptOccupations,
  })),
});
