import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Content, differences } from '../../src/role-description/role-description.rules.js';

const areas = ['resepsjon', 'laboratorium', 'skiftestue'] as const;
type RoleContent = Content<(typeof areas)[number], { text: string; legalBases: string[] }>;

const keyOf = ({ id, catalogueCode }: { id: string | null; catalogueCode: string | null }) =>
  catalogueCode ?? id;
const task = fc.record({
  id: fc.constantFrom('1', '2', '3', '4'),
  name: fc.constantFrom('EKG', 'Post'),
  catalogueCode: fc.option(fc.constantFrom('ekg', 'post', 'blod')),
  area: fc.constantFrom(...areas),
});
const obligation = fc.record({
  text: fc.constantFrom('Taushet', 'Rutiner'),
  legalBases: fc.uniqueArray(fc.constantFrom('hpl-21', 'hpl-4')),
});
const content: fc.Arbitrary<RoleContent> = fc.record({
  tasks: fc.uniqueArray(task, { selector: keyOf }),
  obligations: fc.array(obligation, { maxLength: 4 }),
});

const placesOf = ({ tasks }: RoleContent) => new Map(tasks.map((each) => [keyOf(each), each.area]));

describe('the difference between two versions', () => {
  it('taken from the first gives the second', () => {
    fc.assert(
      fc.property(content, content, (from, to) => {
        const { added, removed, moved } = differences(from, to);
        const places = placesOf(from);
        for (const { area, task } of removed) {
          expect(places.get(keyOf(task))).toBe(area);
          places.delete(keyOf(task));
        }
        for (const { task, fromArea, toArea } of moved) {
          expect(places.get(keyOf(task))).toBe(fromArea);
          expect(toArea).not.toBe(fromArea);
          places.set(keyOf(task), toArea);
        }
        for (const { area, task } of added) {
          expect(places.has(keyOf(task))).toBe(false);
          places.set(keyOf(task), area);
        }
        expect(new Map([...places].sort())).toEqual(new Map([...placesOf(to)].sort()));
      }),
    );
  });

  it('is mirrored the other way round, and nothing to itself', () => {
    fc.assert(
      fc.property(content, content, (from, to) => {
        const [there, back] = [differences(from, to), differences(to, from)];
        expect(there.added).toEqual(back.removed);
        expect(there.obligations).toEqual({
          added: back.obligations.removed,
          removed: back.obligations.added,
        });
        expect(differences(from, from)).toEqual({
          added: [],
          removed: [],
          moved: [],
          obligations: { added: [], removed: [] },
        });
      }),
    );
  });

  it('takes an obligation for another when its legal bases differ, whatever their order', () => {
    const resting = (...legalBases: string[]): RoleContent => ({
      tasks: [],
      obligations: [{ text: 'Taushet', legalBases }],
    });
    expect(differences(resting('hpl-21', 'hpl-4'), resting('hpl-4', 'hpl-21')).obligations.added).toEqual([]);
    expect(differences(resting('hpl-21'), resting()).obligations.added).toEqual([
      { text: 'Taushet', legalBases: [] },
    ]);
  });
});
