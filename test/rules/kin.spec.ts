import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kinOf, type Lineage, type Relation, relations } from '../../src/task/task.rules.js';

const tasks = ['a', 'b', 'c', 'd', 'e', 'f'];
const lineage = fc.array(
  fc.record<Lineage>({
    taskId: fc.constantFrom(...tasks),
    ofTaskId: fc.constantFrom(...tasks),
    relation: fc.constantFrom(...relations),
  }),
  { maxLength: 9 },
);

/** Another way to the same answer: closures over matrices, copies first, then the parts between whole classes of copies. */
function byClosure(links: readonly Lineage[], from: string): Set<string> {
  const copies = closure(
    links
      .filter(({ relation }) => relation === 'copy')
      .flatMap(({ taskId: a, ofTaskId: b }) => [
        [a, b],
        [b, a],
      ]),
  );
  const upward = links.flatMap(({ taskId: a, ofTaskId: b, relation }) =>
    relation === 'part' ? [[a, b]] : relation === 'whole' ? [[b, a]] : [],
  );
  const same = [...copies].map((pair) => pair.split('>'));
  const above = closure([...same, ...upward]);
  return new Set(tasks.filter((task) => above.has(`${from}>${task}`) || above.has(`${task}>${from}`)));
}

function closure(pairs: readonly string[][]): Set<string> {
  const reached = new Set([...tasks.map((task) => `${task}>${task}`), ...pairs.map(([a, b]) => `${a}>${b}`)]);
  for (const via of tasks) {
    for (const a of tasks) {
      for (const b of tasks)
        if (reached.has(`${a}>${via}`) && reached.has(`${via}>${b}`)) reached.add(`${a}>${b}`);
    }
  }
  return reached;
}

describe('kin', () => {
  it('is what a closure over copies and parts gives, for any lineage, circles too', () => {
    fc.assert(
      fc.property(lineage, fc.constantFrom(...tasks), (links, from) => {
        expect([...kinOf(links, from)].sort()).toEqual([...byClosure(links, from)].sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('goes both ways, and always holds the task itself', () => {
    fc.assert(
      fc.property(lineage, (links) => {
        for (const a of tasks) {
          expect(kinOf(links, a).has(a)).toBe(true);
          for (const b of kinOf(links, a)) expect(kinOf(links, b).has(a)).toBe(true);
        }
      }),
    );
  });

  const link = (taskId: string, relation: Relation, ofTaskId: string): Lineage => ({
    taskId,
    ofTaskId,
    relation,
  });
  it.each<[string, Lineage[], string, string[]]>([
    ['a copy of a copy', [link('b', 'copy', 'a'), link('c', 'copy', 'b')], 'a', ['a', 'b', 'c']],
    ['a part of a part', [link('b', 'part', 'a'), link('c', 'part', 'b')], 'c', ['a', 'b', 'c']],
    [
      'two parts of one whole are not the same work',
      [link('b', 'part', 'a'), link('c', 'part', 'a')],
      'b',
      ['a', 'b'],
    ],
    [
      'nor are two that one bundle holds',
      [link('c', 'whole', 'a'), link('c', 'whole', 'b')],
      'a',
      ['a', 'c'],
    ],
    ['the bundle is both', [link('c', 'whole', 'a'), link('c', 'whole', 'b')], 'c', ['a', 'b', 'c']],
    ['a part of a copy', [link('b', 'copy', 'a'), link('c', 'part', 'b')], 'a', ['a', 'b', 'c']],
    ['a copy of a part', [link('b', 'part', 'a'), link('c', 'copy', 'b')], 'a', ['a', 'b', 'c']],
    ['the bundle of a bundle', [link('b', 'whole', 'a'), link('c', 'whole', 'b')], 'a', ['a', 'b', 'c']],
    ['a stranger', [link('b', 'copy', 'a')], 'f', ['f']],
  ])('%s', (_name, links, from, kin) => expect([...kinOf(links, from)].sort()).toEqual(kin));
});
