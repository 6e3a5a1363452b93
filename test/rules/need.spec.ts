import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PersonFacts, TaskFacts } from '../../src/decision/decision.facts.js';
import { verdict } from '../../src/decision/decision.rules.js';
import { inOrder, keyOf, type Need, needKinds, needsOf, type Subject } from '../../src/need/need.rules.js';
import { day, days, engaged, entitled, helsesekretaer, right, task } from './facts.js';
import { moment, somebody, taskIds, taskNamed } from './staff.js';

const at = day(10);
const hlr = { competenceId: 'hlr', name: 'HLR', minLevel: 1 };
const requiring = (id: string, ...anyOf: (typeof hlr)[]): TaskFacts => ({
  ...task(id, [entitled('HE')]),
  requirements: [{ valid: days(-1000), anyOf }],
});
const ecg = requiring('ecg', hlr);
const wash = task('wash', [entitled('HE')]);

const subject = (more: Partial<Subject>): Subject => ({
  kind: 'record-expires',
  id: 's',
  personId: 'helsesekretaer',
  at: day(20),
  taskId: null,
  competence: { id: 'hlr', name: 'HLR', level: 1 },
  occupation: null,
  delegatorId: null,
  claimed: null,
  ...more,
});
const needs = (person: PersonFacts, subjects: Subject[] = [], tasks = [ecg, wash]): Need[] =>
  needsOf(person, subjects, tasks, at);
const record = (from: number, to: number | undefined, level = 1) => ({ level, valid: days(from, to) });

describe('what is lacking', () => {
  const duty = { duties: { ecg: [{ id: 'd', occupation: 'HE', valid: days(0) }] } };

  test('is said of what is held, with since when it is no longer enough', () => {
    const expired = helsesekretaer({ ...duty, records: { hlr: [record(-100, 5)] } });
    expect(needs(expired)).toMatchObject([
      {
        kind: 'competence-lacking',
        taskId: 'ecg',
        at: day(5),
        within: null,
        hits: ['ecg'],
        lack: { code: 'competence-expired' },
      },
    ]);
    expect(needs(helsesekretaer(duty))).toMatchObject([{ at: null, lack: { code: 'competence-missing' } }]);
  });

  test('is not said of what is not held, nor where all is in order', () => {
    expect(needs(helsesekretaer())).toEqual([]);
    expect(needs(helsesekretaer({ ...duty, records: { hlr: [record(0, undefined)] } }))).toEqual([]);
    expect(
      needs(helsesekretaer({ duties: { ecg: [{ id: 'd', occupation: 'HE', valid: days(0, 9) }] } })),
    ).toEqual([]);
  });

  test('of a delegation stays lacking where it was renewed too late (case 12)', () => {
    const late = helsesekretaer({
      engagements: [engaged('X-MS')],
      rights: [],
      delegations: { ecg: [{ id: 'g', valid: days(0) }] },
      records: { hlr: [record(-100, 3), record(5, undefined)] },
    });
    expect(needs(late)).toMatchObject([{ lack: { code: 'competence-expired' }, at: day(3) }]);
  });
});

describe('a right to practise', () => {
  test('is missing where the occupation takes one, with since when', () => {
    expect(needs(helsesekretaer({ rights: [] }))).toMatchObject([
      { kind: 'authorisation-missing', occupation: 'HE', at: null, within: null },
    ]);
    expect(needs(helsesekretaer({ rights: [right('HE', days(0, 4)), right('SP', days(0))] }))).toMatchObject([
      { kind: 'authorisation-missing', occupation: 'HE', at: day(4) },
    ]);
  });

  test('is not missing where none is needed, nor of what somebody is no more', () => {
    expect(needs(helsesekretaer({ engagements: [engaged('X-MS')], rights: [] }))).toEqual([]);
    expect(needs(helsesekretaer({ engagements: [engaged('HE', days(0, 5))], rights: [] }))).toEqual([]);
  });
});

describe('what expires', () => {
  test.each([
    [11, 30],
    [40, 30],
    [41, 60],
    [70, 60],
    [71, 90],
    [100, 90],
  ])('on day %i, seen from day 10, is within %i days', (to, within) => {
    const person = helsesekretaer({ records: { hlr: [record(0, to)] } });
    expect(needs(person, [subject({ at: day(to) })])).toMatchObject([{ within, at: day(to), hits: ['ecg'] }]);
  });

  test('hits nothing that another way keeps open', () => {
    const either = requiring('ecg', hlr, { ...hlr, competenceId: 'kurs' });
    const person = helsesekretaer({ records: { hlr: [record(0, 20)], kurs: [record(0, undefined)] } });
    expect(needs(person, [subject({})], [either])).toMatchObject([{ kind: 'record-expires', hits: [] }]);
  });

  test('is not told where something takes over in the same moment', () => {
    const renewed = helsesekretaer({ records: { hlr: [record(0, 20), record(20, undefined)] } });
    expect(needs(renewed, [subject({})])).toEqual([]);
    const lower = helsesekretaer({ records: { hlr: [record(0, 20, 2), record(20, undefined, 1)] } });
    const high = { id: 'hlr', name: 'HLR', level: 2 };
    expect(needs(lower, [subject({ competence: high })])).toMatchObject([{ hits: [] }]);
    const received = {
      ecg: [
        { id: 'g', valid: days(0, 20) },
        { id: 'h', valid: days(5, 50) },
      ],
    };
    const ends = subject({ kind: 'delegation-expires', id: 'g', taskId: 'ecg', competence: null });
    expect(
      needs(helsesekretaer({ delegations: received, records: { hlr: [record(-9, undefined)] } }), [ends]),
    ).toEqual([]);
  });

  test('is every task that the right or the engagement carries', () => {
    const person = helsesekretaer({
      rights: [right('HE', days(0, 50))],
      records: { hlr: [record(0, undefined)] },
    });
    expect(needs(person)).toMatchObject([
      { kind: 'authorisation-expires', occupation: 'HE', within: 60, hits: ['ecg', 'wash'], subjectId: null },
    ]);
    const leaving = helsesekretaer({ engagements: [engaged('HE', days(0, 20))] });
    const ends = subject({ kind: 'engagement-expires', occupation: 'HE', competence: null });
    expect(needs(leaving, [ends])).toMatchObject([
      { kind: 'engagement-expires', hits: ['wash'], within: 30 },
    ]);
  });
});

describe('a claim that waits', () => {
  const claim = (more: Partial<Subject> = {}) =>
    subject({ kind: 'claim-waiting', claimed: days(0), ...more });

  test('holds up what would be allowed if it were confirmed', () => {
    expect(needs(helsesekretaer(), [claim()])).toMatchObject([{ hits: ['ecg'], within: null, at: day(20) }]);
    expect(needs(helsesekretaer(), [claim({ claimed: days(0, 9) })])).toMatchObject([{ hits: [] }]);
  });
});

describe('for anybody at any moment', () => {
  const tasks = fc.tuple(...taskIds.map(taskNamed));

  test('what is hit is allowed until then, and not from then on', () => {
    fc.assert(
      fc.property(somebody, tasks, moment, moment, (person, what, now, ends) => {
        const told = needsOf(
          person,
          [subject({ at: ends, competence: { id: 'c0', name: '', level: 1 } })],
          what,
          now,
        );
        for (const { kind, hits, at: from } of told) {
          if (!kind.endsWith('-expires') || from === null) continue;
          for (const each of what) {
            const lost = verdict(person, each, from - 1).allowed && !verdict(person, each, from).allowed;
            expect(hits.includes(each.id)).toBe(lost);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('each need has a place of its own in the order', () => {
    fc.assert(
      fc.property(somebody, tasks, moment, (person, what, now) => {
        const keys = needsOf(person, [], what, now).map((need) => keyOf(need).join(' '));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is wrong now comes before what is coming, and the soonest first', () => {
    const some = needKinds.flatMap((kind) =>
      [30, 20].map((on) => ({ ...(needs(helsesekretaer(), [subject({})])[0] as Need), kind, at: day(on) })),
    );
    const sorted = [...some].sort((a, b) => inOrder(keyOf(a), keyOf(b)));
    expect(sorted.slice(0, 2).map(({ kind, at: when }) => [kind, when])).toEqual([
      ['authorisation-missing', day(20)],
      ['authorisation-missing', day(30)],
    ]);
    const coming = [20, 20, 20, 20, 20, 30, 30, 30, 30, 30].map(day);
    expect(sorted.slice(-10).map((need) => need.at)).toEqual(coming);
  });
});
