/** A task as both a clinic's version and the national template know it. */
export interface TaskOfContent<Area extends string> {
  readonly id: string | null;
  readonly name: string;
  readonly catalogueCode: string | null;
  readonly area: Area;
}

interface ObligationOfContent {
  readonly text: string;
  readonly legalBases: readonly string[];
}

/** What a version or a template says: tasks in their order, each in one area, and obligations. */
export interface Content<Area extends string, Obligation extends ObligationOfContent> {
  readonly tasks: readonly TaskOfContent<Area>[];
  readonly obligations: readonly Obligation[];
}

/**
 * What `to` has that `from` has not, what it lacks, and which tasks lie in another area.
 * Tasks are the same when they come from the same task of the catalogue; the clinic's own are the same when they are.
 * An obligation whose words or legal bases differ is another one.
 */
export function differences<Area extends string, Obligation extends ObligationOfContent>(
  from: Content<Area, Obligation>,
  to: Content<Area, Obligation>,
) {
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

const keyOf = ({ id, catalogueCode }: { id: string | null; catalogueCode: string | null }): string =>
  catalogueCode === null ? `own ${id}` : `catalogue ${catalogueCode}`;

const placed = <Area extends string>({ area, ...task }: TaskOfContent<Area>) => ({ area, task });

function without<Obligation extends ObligationOfContent>(
  all: readonly Obligation[],
  known: readonly Obligation[],
): Obligation[] {
  const keys = new Set(known.map(wordsOf));
  return all.filter((obligation) => !keys.has(wordsOf(obligation)));
}

const wordsOf = ({ text, legalBases }: ObligationOfContent): string =>
  JSON.stringify([text, [...legalBases].sort()]);
