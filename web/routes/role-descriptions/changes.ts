import type { DiffTask, DiffView, Obligation, PlacedTask } from '../../api/schema.ts';

export type Known = Pick<DiffTask, 'name' | 'catalogueCode' | 'id'>;

/** What a version, a template or a draft says. */
export interface Content {
  readonly tasks: readonly (Known & { readonly area: PlacedTask['area'] })[];
  readonly obligations: readonly Obligation[];
}

/** What a draft has changed, as the API's `diff` will tell it when it is published. */
export function changesBetween(
  from: Content,
  to: Content,
): Pick<DiffView, 'added' | 'removed' | 'moved' | 'obligations'> {
  const before = new Map(from.tasks.map((task) => [keyOf(task), task]));
  const after = new Map(to.tasks.map((task) => [keyOf(task), task]));
  return {
    added: to.tasks.filter((task) => !before.has(keyOf(task))).map(placed),
    removed: from.tasks.filter((task) => !after.has(keyOf(task))).map(placed),
    moved: to.tasks.flatMap(({ area: toArea, ...task }) => {
      const fromArea = before.get(keyOf(task))?.area;
      return fromArea === undefined || fromArea === toArea ? [] : [{ task, fromArea, toArea }];
    }),
    obligations: {
      added: without(to.obligations, from.obligations),
      removed: without(from.obligations, to.obligations),
    },
  };
}

const keyOf = ({ id, catalogueCode }: Known): string => catalogueCode ?? id ?? '';

const placed = ({ area, ...task }: Content['tasks'][number]): PlacedTask => ({ area, task });

function without(all: readonly Obligation[], known: readonly Obligation[]): Obligation[] {
  const said = new Set(known.map(wordsOf));
  return all.filter((obligation) => !said.has(wordsOf(obligation)));
}

const wordsOf = ({ text, legalBases }: Obligation): string => JSON.stringify([text, legalBases.toSorted()]);
