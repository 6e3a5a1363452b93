/** How a task came to be from another: its copy, a part of it, or a whole (a bundle) that holds it. */
export const relations = ['copy', 'part', 'whole'] as const;
export type Relation = (typeof relations)[number];

export interface Lineage {
  readonly taskId: string;
  readonly ofTaskId: string;
  readonly relation: Relation;
}

type Way = 'same' | 'up' | 'down';

/**
 * The same work under other names: copies in any number, and everything above or below along the parts.
 * Never up and then down: two parts of one whole are not the same work.
 * The table task_kin holds the same relation, and a property test holds the two together.
 */
export function kinOf(lineage: readonly Lineage[], taskId: string): Set<string> {
  const edges = lineage.flatMap(({ taskId: a, ofTaskId: b, relation }) => edgesOf(a, b, relation));
  const seen = new Set<string>();
  const open: { id: string; way: Way }[] = [{ id: taskId, way: 'same' }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { id, way } = step;
    if (seen.has(`${id} ${way}`)) continue;
    seen.add(`${id} ${way}`);
    for (const edge of edges) {
      if (edge.from !== id || (edge.way !== 'same' && way !== 'same' && edge.way !== way)) continue;
      open.push({ id: edge.to, way: way === 'same' ? edge.way : way });
    }
  }
  return new Set([...seen].map((place) => place.split(' ')[0] as string));
}

function edgesOf(a: string, b: string, relation: Relation): { from: string; to: string; way: Way }[] {
  switch (relation) {
    case 'copy':
      return [
        { from: a, to: b, way: 'same' },
        { from: b, to: a, way: 'same' },
      ];
    case 'part':
      return [
        { from: a, to: b, way: 'up' },
        { from: b, to: a, way: 'down' },
      ];
    case 'whole':
      return [
        { from: a, to: b, way: 'down' },
        { from: b, to: a, way: 'up' },
      ];
  }
}

/** Areas whose tasks are health care; a ban on giving health care strikes them (hpl-57). */
export const clinicalAreas: readonly string[] = ['laboratorium', 'skiftestue', 'tannhelse', 'lege'];

export const isClinical = (area: string): boolean => clinicalAreas.includes(area);
