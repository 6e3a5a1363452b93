import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contains, type Period } from '../../src/law/period.js';
import {
  type AuthorisationFacts,
  eightiethBirthday,
  practiceRights,
  type ReactionFacts,
  type ReactionKind,
  reactionKinds,
  type TitleFacts,
  titlesOn,
} from '../../src/people/practice-right.rules.js';
import { always, day, days, engaged, open, right } from './facts.js';

const approved = (profession: string, more: Partial<AuthorisationFacts> = {}): AuthorisationFacts => ({
  id: profession,
  profession,
  approvalType: '1',
  valid: days(-100),
  ...more,
});
const against = (authorisationId: string | null, kind: ReactionKind, valid: Period): ReactionFacts => ({
  authorisationId,
  kind,
  valid,
});
const rightsOf = (
  authorisations: readonly AuthorisationFacts[],
  reactions: readonly ReactionFacts[] = [],
  lapsesAt = open,
) => practiceRights(authorisations, reactions, lapsesAt);

describe('the right to practise', () => {
  test('is there while the authorisation is', () => {
    expect(rightsOf([])).toEqual([]);
    expect(rightsOf([approved('HE')])).toEqual([right('HE', days(-100))]);
    expect(rightsOf([approved('HE', { valid: days(0, 10) })])).toEqual([right('HE', days(0, 10))]);
  });

  test('case 8: a full suspension takes all of it for its time', () => {
    expect(rightsOf([approved('LE')], [against('LE', 'full-suspension', days(5, 10))])).toEqual([
      right('LE', days(-100, 5)),
      right('LE', days(10)),
    ]);
  });

  test.each<ReactionKind>(['limited-suspension', 'limitation'])(
    'case 8: %s takes single tasks only',
    (kind) => {
      expect(rightsOf([approved('LE')], [against('LE', kind, days(5))])).toEqual([right('LE', days(-100))]);
    },
  );

  test.each<ReactionKind>(['full-suspension', 'recall', 'waiver'])(
    'case 9: %s of one profession leaves the other',
    (kind) => {
      expect(rightsOf([approved('HE'), approved('SP')], [against('SP', kind, days(5))])).toEqual([
        right('HE', days(-100)),
        right('SP', days(-100, 5)),
      ]);
    },
  );

  test('case 23: a ban takes every profession', () => {
    expect(rightsOf([approved('HE'), approved('SP')], [against(null, 'ban', days(5))])).toEqual([
      right('HE', days(-100, 5)),
      right('SP', days(-100, 5)),
    ]);
  });

  test('a reaction strikes earlier approvals of the profession, too, and not one given after it', () => {
    const licence = approved('LE', { id: 'licence', approvalType: '4', valid: days(-200) });
    const anew = approved('LE', { id: 'anew', valid: days(50) });
    expect(rightsOf([licence, approved('LE'), anew], [against('LE', 'recall', days(5))])).toEqual([
      right('LE', days(-200, 5)),
      right('LE', days(50)),
    ]);
  });

  test('a reaction against an approval that nobody knows strikes nothing', () => {
    expect(rightsOf([approved('LE')], [against('gone', 'recall', days(5))])).toEqual([
      right('LE', days(-100)),
    ]);
  });

  test('case 10: it lapses on the 80th birthday', () => {
    expect(rightsOf([approved('LE')], [], day(7))).toEqual([right('LE', days(-100, 7))]);
    expect(rightsOf([approved('LE', { valid: days(7) })], [], day(7))).toEqual([]);
  });

  test.each([
    ['1946-05-17', '2026-05-17'],
    ['1944-02-29', '2024-02-29'],
    ['2020-02-29', '2100-02-28'],
    ['1920-12-31', '2000-12-31'],
  ])('case 10 and 13: born %s, 80 on %s', (born, eighty) => expect(eightiethBirthday(born)).toBe(eighty));
});

describe('for any history', () => {
  const lastMoment = 10;
  const period = fc
    .tuple(fc.integer({ min: 0, max: lastMoment }), fc.integer({ min: 1, max: lastMoment + 2 }))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from, to: to > lastMoment ? open : to }));
  const profession = fc.constantFrom('LE', 'HE');
  const authorisations = fc
    .array(fc.record({ profession, approvalType: fc.constantFrom('1', '4', '17'), valid: period }), {
      maxLength: 4,
    })
    .map((some) => some.map((one, i) => ({ ...one, id: `a${i}` })));
  const reactions = fc.array(
    fc.record({
      authorisationId: fc.constantFrom('a0', 'a1', 'a2', 'a3', null),
      kind: fc.constantFrom(...reactionKinds),
      valid: period,
    }),
    { maxLength: 4 },
  );
  const lapsesAt = fc.constantFrom(open, 3, 7);
  const history = [authorisations, reactions, lapsesAt] as const;

  /** hpl-48, 54, 57, 58 read off one moment at a time. */
  const practises = (
    held: readonly AuthorisationFacts[],
    struck: readonly ReactionFacts[],
    until: number,
    code: string,
    at: number,
  ): boolean =>
    at < until &&
    held.some(
      (approval) =>
        approval.profession === code &&
        contains(approval.valid, at) &&
        !struck.some((reaction) => {
          if (!contains(reaction.valid, at)) return false;
          if (reaction.kind === 'ban') return true;
          const named = held.find(({ id }) => id === reaction.authorisationId);
          const whole = ['full-suspension', 'recall', 'waiver'].includes(reaction.kind);
          const earlier = approval.valid.from <= reaction.valid.from;
          return whole && named?.profession === code && (named.id === approval.id || earlier);
        }),
    );

  test('there is a right at a moment exactly when an approval stands that nothing strikes', () => {
    fc.assert(
      fc.property(...history, (held, struck, until) => {
        const rights = practiceRights(held, struck, until);
        for (const code of ['LE', 'HE']) {
          for (let at = -1; at <= lastMoment + 1; at++) {
            const found = rights.some((own) => own.profession === code && contains(own.valid, at));
            expect(found).toBe(practises(held, struck, until, code, at));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the rights to one profession never touch, so that each is one row', () => {
    fc.assert(
      fc.property(...history, (held, struck, until) => {
        const rights = practiceRights(held, struck, until);
        for (const code of ['LE', 'HE']) {
          const own = rights.filter((one) => one.profession === code).map(({ valid }) => valid);
          for (const [i, { from, to }] of own.entries()) {
            expect(from).toBeLessThan(to);
            const next = own[i + 1];
            if (next) expect(to).toBeLessThan(next.from);
          }
        }
      }),
    );
  });

  test('no reaction and no birthday ever gives a right', () => {
    fc.assert(
      fc.property(...history, (held, struck, until) => {
        const whole = practiceRights(held, [], open);
        for (const { profession: code, valid } of practiceRights(held, struck, until)) {
          const within = whole.some(
            (one) => one.profession === code && one.valid.from <= valid.from && valid.to <= one.valid.to,
          );
          expect(within).toBe(true);
        }
      }),
    );
  });

  test('no protected title without the right to that profession at that moment (hpl-74)', () => {
    fc.assert(
      fc.property(...history, fc.integer({ min: -1, max: lastMoment + 1 }), (held, struck, until, at) => {
        const told = {
          engagements: [engaged('LE', { from: -open, to: open }), engaged('HE', { from: -open, to: open })],
          rights: practiceRights(held, struck, until),
          authorisations: held,
          reactions: struck,
        };
        const [doctor, secretary] = titlesOn(told, at, 'nb');
        expect(/lege/.test(doctor ?? '')).toBe(practises(held, struck, until, 'LE', at));
        expect(/helsesekretær/.test(secretary ?? '')).toBe(practises(held, struck, until, 'HE', at));
      }),
    );
  });
});

describe('titles (case 16, hpl-74)', () => {
  const told = (more: Partial<TitleFacts>): TitleFacts => ({
    engagements: [engaged('HE')],
    rights: [right('HE')],
    authorisations: [approved('HE')],
    reactions: [],
    ...more,
  });
  const titles = (more: Partial<TitleFacts>, at = day(0)) => titlesOn(told(more), at, 'nb');

  test('with the authorisation', () => expect(titles({})).toEqual(['helsesekretær']));

  test('without the authorisation, or after it, the plain name', () => {
    const plain = ['medarbeider i resepsjon og skiftestue'];
    expect(titles({ rights: [], authorisations: [] })).toEqual(plain);
    const ended = {
      rights: [right('HE', days(-10, 5))],
      authorisations: [approved('HE', { valid: days(-10, 5) })],
    };
    expect(titles(ended, day(5) - 1)).toEqual(['helsesekretær']);
    expect(titles(ended, day(5))).toEqual(plain);
  });

  test('suspended: the plain name, though the authorisation is registered', () => {
    expect(titles({ rights: [], reactions: [against('HE', 'full-suspension', always)] })).toEqual([
      'medarbeider i resepsjon og skiftestue',
    ]);
  });

  test('case 16: a medisinsk sekretær is never called helsesekretær, whatever else she is authorised for', () => {
    const engagements = [engaged('X-MS')];
    expect(titles({ engagements, rights: [], authorisations: [] })).toEqual(['medisinsk sekretær']);
    expect(titles({ engagements })).toEqual(['medisinsk sekretær']);
  });

  test('one title for each occupation at that moment, each once', () => {
    const engagements = [
      engaged('HE', days(-10, 0)),
      engaged('HE', days(0)),
      engaged('X-LED'),
      engaged('X-MS', days(-10, 0)),
    ];
    expect(titles({ engagements })).toEqual(['helsesekretær', 'leder']);
    expect(titles({ engagements: [] })).toEqual([]);
  });

  test('a licence is shown as a licence', () => {
    const licensed = { authorisations: [approved('HE', { approvalType: '4' })] };
    expect(titles(licensed)).toEqual(['helsesekretær (lisens)']);
  });

  test('an approval that is over lends nothing to a licence that follows it', () => {
    const following = {
      authorisations: [
        approved('HE', { valid: days(-100, 5) }),
        approved('HE', { id: 'licence', approvalType: '4', valid: days(5) }),
      ],
    };
    expect(titles(following, day(5) - 1)).toEqual(['helsesekretær']);
    expect(titles(following, day(5))).toEqual(['helsesekretær (lisens)']);
  });

  test('what a recall struck lends nothing to a licence given after it', () => {
    const later = {
      engagements: [engaged('LE')],
      rights: [right('LE', days(-200, 5)), right('LE', days(50))],
      authorisations: [
        approved('LE', { id: 'service', approvalType: '14', valid: days(-200) }),
        approved('LE'),
        approved('LE', { id: 'licence', approvalType: '4', valid: days(50) }),
      ],
      reactions: [against('LE', 'recall', days(5))],
    };
    expect(titles(later, day(0))).toEqual(['lege']);
    expect(titles(later, day(5))).toEqual(['medarbeider i medisinsk virksomhet']);
    expect(titles(later, day(50))).toEqual(['lege (lisens)']);
  });
});
