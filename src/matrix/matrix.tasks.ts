import type { Entitled, LoadedTask, Requirement } from '../decision/decision.facts.js';
import { type OptionRow, periodOf, wantedOf } from '../decision/facts.loader.js';
import { isClinical } from '../task/task.rules.js';

export type Edges = readonly [from: number | null, to: number | null];
export type Column<Value> = readonly Value[] | null;

/** As the statement gives it: tasks by their places in the list; null for an empty list. */
export interface Packed {
  readonly people: readonly (readonly [id: string, name: string])[] | null;
  readonly tasks:
    | readonly [id: string, name: string, area: string, reserved: boolean, contested: boolean][]
    | null;
  readonly competences: readonly string[] | null;
  /** By column: task, occupation, whether they may delegate, from, to. */
  readonly entitlements: readonly [
    Column<number>,
    Column<string>,
    Column<boolean>,
    ...(readonly Column<Edges[0]>[]),
  ];
  readonly requirements:
    | readonly [id: string, task: number | null, role: string | null, except: string[], ...Edges][]
    | null;
  readonly options: readonly [requirement: string, ...OptionRow][] | null;
}

/** What is required, by the place of the task and by the role description that requires it. */
export interface Required {
  readonly ofTasks: ReadonlyMap<number | null, readonly Requirement[]>;
  readonly ofRoles: ReadonlyMap<string | null, readonly Requirement[]>;
}

export function requiredIn({ requirements, options }: Packed): Required {
  const anyOf = Map.groupBy(options ?? [], ([requirement]) => requirement);
  const all = (requirements ?? []).map(([id, task, role, except, from, to]) => ({
    task,
    role,
    requirement: {
      anyOf: (anyOf.get(id) ?? []).map(([, ...option]) => wantedOf(option)),
      except,
      valid: periodOf(from, to),
    },
  }));
  return {
    ofTasks: requirementsBy(all, ({ task }) => task),
    ofRoles: requirementsBy(all, ({ role }) => role),
  };
}

function requirementsBy<Each extends { readonly requirement: Requirement }, Key>(
  all: readonly Each[],
  keyOf: (each: Each) => Key,
): Map<Key, Requirement[]> {
  const groups = [...Map.groupBy(all, keyOf)];
  return new Map(groups.map(([key, group]) => [key, group.map(({ requirement }) => requirement)]));
}

/** The tasks' facts, in their order. */
export function tasksIn({ tasks, entitlements }: Packed, { ofTasks }: Required): LoadedTask[] {
  const [places, occupations, mayDelegate, starts, ends] = entitlements;
  const entitledOf = (i: number): Entitled => ({
    occupation: occupations?.[i] ?? '',
    mayDelegate: mayDelegate?.[i] ?? false,
    valid: periodOf(starts?.[i] ?? null, ends?.[i] ?? null),
  });
  const entitled = Map.groupBy((places ?? []).keys(), (i) => places?.[i]);
  return (tasks ?? []).map(([id, name, area, reserved, contested], n) => ({
    ...{ id, name, area, reserved, contested },
    clinical: isClinical(area),
    entitlements: (entitled.get(n) ?? []).map(entitledOf),
    requirements: ofTasks.get(n) ?? [],
  }));
}
