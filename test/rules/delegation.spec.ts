import { describe, expect, test } from '@jest/globals';
import {
  type Answering,
  type DelegationAsked,
  type DelegationFacts,
  refusalsToAccept,
  refusalsToDelegate,
  type Standing,
  saysNothing,
  warningsTo,
} from '../../src/delegation/delegation.rules.js';
import {
  always,
  asking,
  assessment,
  codesOf,
  day,
  days,
  delegating,
  engaged,
  entitled,
  helsesekretaer,
  infusion,
  lege,
  person,
  professional,
  right,
} from './facts.js';

type Row = readonly [
  says: string,
  facts: Partial<DelegationFacts>,
  asked: Partial<DelegationAsked>,
  codes: readonly string[],
];

/** SP holds the infusion, too, and may leave it to others; the person asked about is one of them. */
const nursesHoldIt = { ...infusion, entitlements: [entitled('LE'), entitled('SP')] };
const sykepleier = professional('sykepleier', 'SP');

const standing = (more: Partial<Standing> = {}): Standing => ({
  id: 'held',
  taskId: 'infusion',
  valid: always,
  ownRights: [{ occupation: 'LE', valid: always }],
  profession: 'LE',
  ...more,
});

const pupil = (kind: 'elev' | 'student' | 'ansatt', occupation: string) =>
  person('helsesekretaer', { engagements: [engaged(occupation, always, kind)] });
const training = { purpose: 'Praksis i helseservicefag, uke 10 til 20.', supervisorId: 'lege' };
const contested = {
  course: 'Kurs i infiltrasjonsanestesi for tannhelsesekretærer',
  reasoning: 'Enkle inngrep hos voksne uten kjent risiko, og tannlegen er i rommet.',
  delegatorPresent: true,
};
const contestedTask = { ...infusion, contested: true };

const groundRows: readonly Row[] = [
  [
    'holder oppgaven bare ved delegering: the same task',
    {
      delegator: sykepleier,
      task: nursesHoldIt,
      heldByDelegator: [standing({ ownRights: [{ occupation: 'LE', valid: always }] })],
    },
    { profession: 'SP' },
    ['delegated-task-not-delegable'],
  ],
  [
    'opphavet fører til en oppgave som bare holdes ved delegering: a copy under another name',
    {
      delegator: sykepleier,
      task: { ...nursesHoldIt, id: 'copy' },
      heldByDelegator: [standing({ taskId: 'infusion' })],
    },
    { profession: 'SP' },
    ['delegated-task-not-delegable'],
  ],
  [
    'holds the kin in own right, but not for all of the time both stand',
    {
      delegator: sykepleier,
      task: nursesHoldIt,
      heldByDelegator: [standing({ ownRights: [{ occupation: 'SP', valid: days(-1000, 50) }] })],
    },
    { profession: 'SP' },
    ['delegated-task-not-delegable'],
  ],
  [
    'the delegatee has left the task to others and would hold it only by this delegation',
    {
      task: nursesHoldIt,
      givenByDelegatee: [standing({ id: 'given', profession: 'FO', valid: days(50, 60) })],
    },
    {},
    ['delegated-task-not-delegable'],
  ],
  [
    'profesjonen holder ikke oppgaven i egen rett',
    { delegator: professional('lege', 'SP') },
    { profession: 'SP' },
    ['outside-own-right'],
  ],
  [
    'the entitlement ends inside the period',
    { task: { ...infusion, entitlements: [entitled('LE', { valid: days(-10, 50) })] } },
    {},
    ['outside-own-right'],
  ],
  [
    'profesjonen holder den, men kan ikke overlate den til andre',
    { task: { ...infusion, entitlements: [entitled('LE', { mayDelegate: false })] } },
    {},
    ['task-reserved'],
  ],
  [
    'it may be left to others only in a part of the period',
    {
      task: {
        ...infusion,
        entitlements: [
          entitled('LE', { valid: days(-10, 50) }),
          entitled('LE', { valid: days(50), mayDelegate: false }),
        ],
      },
    },
    {},
    ['task-reserved'],
  ],
  ['law reserves it (hpl-11)', { task: { ...infusion, reserved: true } }, {}, ['task-reserved']],
  ['ikke autorisert', { delegator: lege({ rights: [] }) }, {}, ['no-practice-right']],
  [
    'suspended in a part of the period',
    { delegator: lege({ rights: [right('LE', days(-100, 20)), right('LE', days(40))] }) },
    {},
    ['no-practice-right'],
  ],
  [
    'the licence ends the day before the period does',
    { delegator: lege({ rights: [right('LE', days(-100, 99))] }) },
    {},
    ['no-practice-right'],
  ],
  [
    'another profession’s authorisation does not count',
    { delegator: lege({ rights: [right('SP')] }) },
    {},
    ['no-practice-right'],
  ],
  [
    'en begrensning nevner oppgaven, i en del av perioden',
    { delegator: lege({ limits: { infusion: [{ profession: 'LE', valid: days(99, 200) }] } }) },
    {},
    ['right-limited'],
  ],
  [
    'a condition has not been addressed',
    {
      conditions: [
        { profession: 'LE', approvalType: '17', text: 'Bare sammen med annen lege.', valid: always },
      ],
    },
    {},
    ['right-limited'],
  ],
  [
    'a condition is answered by a word that says nothing',
    {
      conditions: [
        { profession: 'LE', approvalType: '1', text: 'Bare sammen med annen lege.', valid: always },
      ],
    },
    { conditions: 'Ikke relevant.' },
    ['right-limited'],
  ],
  [
    'delegator not engaged for the whole period',
    { delegator: lege({ engagements: [engaged('LE', days(-10, 50))] }) },
    {},
    ['delegator-not-engaged'],
  ],
  [
    'delegator away for a while in the middle',
    { delegator: lege({ engagements: [engaged('LE', days(-10, 50)), engaged('LE', days(51))] }) },
    {},
    ['delegator-not-engaged'],
  ],
  [
    'delegatee not engaged for the whole period',
    { delegatee: helsesekretaer({ engagements: [engaged('HE', days(-10, 99))] }) },
    {},
    ['delegatee-not-engaged'],
  ],
  [
    'delegatee not engaged yet',
    { delegatee: helsesekretaer({ engagements: [engaged('HE', days(2))] }) },
    {},
    ['delegatee-not-engaged'],
  ],
  [
    'case 23: mottakeren har forbud mot å yte helsehjelp, om så én dag av perioden',
    { delegatee: helsesekretaer({ bans: [days(99, 150)] }) },
    {},
    ['delegatee-banned'],
  ],
  [
    'case 23: a ban stops unskilled work, too',
    { delegatee: helsesekretaer({ bans: [always] }), task: { ...infusion, clinical: false } },
    {},
    ['delegatee-banned'],
  ],
];

/** Said both to whoever proposes and to whoever accepts. */
const meetingRows: readonly Row[] = [
  ['til seg selv', { delegatee: lege() }, {}, ['delegation-needless', 'delegation-to-self']],
  [
    'same delegator, task and delegatee overlaps',
    { twins: [{ id: 'twin', span: days(99, 300) }] },
    {},
    ['delegation-exists'],
  ],
  [
    'case 17: mottakeren holder oppgaven i egen rett allerede',
    { task: { ...infusion, entitlements: [entitled('LE'), entitled('HE')] } },
    {},
    ['delegation-needless'],
  ],
  [
    'the delegatee holds it in own right by another profession than she works as',
    { task: nursesHoldIt, delegatee: helsesekretaer({ rights: [right('HE'), right('SP')] }) },
    {},
    ['delegation-needless'],
  ],
  [
    'the delegatee’s occupation holds it, and needs no authorisation',
    {
      task: { ...infusion, entitlements: [entitled('LE'), entitled('X-MS')] },
      delegatee: person('sekretaer', { engagements: [engaged('X-MS')] }),
    },
    {},
    ['delegation-needless'],
  ],
];

const proposalRows: readonly Row[] = [
  [
    'til en elev uten opplæringsformål',
    { delegatee: pupil('elev', 'X-HEL') },
    {},
    ['training-purpose-missing'],
  ],
  ['to a student', { delegatee: pupil('student', 'X-MST') }, {}, ['training-purpose-missing']],
  [
    'to somebody engaged as a pupil, whatever the occupation',
    { delegatee: pupil('elev', 'X-MS') },
    {},
    ['training-purpose-missing'],
  ],
  [
    'to somebody engaged as a student, whatever the occupation',
    { delegatee: pupil('student', 'X-MS') },
    {},
    ['training-purpose-missing'],
  ],
  [
    'to a pupil’s occupation, whatever the kind of engagement',
    { delegatee: pupil('ansatt', 'X-HEL') },
    {},
    ['training-purpose-missing'],
  ],
  [
    'to a pupil with a purpose that says nothing',
    { delegatee: pupil('elev', 'X-HEL') },
    { training: { ...training, purpose: '---' } },
    ['training-purpose-missing'],
  ],
  [
    'to a pupil who would supervise herself',
    { delegatee: pupil('elev', 'X-HEL') },
    { training: { ...training, supervisorId: 'helsesekretaer' } },
    ['training-purpose-missing'],
  ],
  [
    'to a pupil without an end date',
    { delegatee: pupil('elev', 'X-HEL') },
    { training, period: days(1) },
    ['training-purpose-missing'],
  ],
  [
    'the task’s nature is not assessed',
    {},
    { assessment: { ...assessment, taskNature: '' } },
    ['assessment-missing'],
  ],
  [
    'qualifications: blank',
    {},
    { assessment: { ...assessment, qualifications: ' \n\t ' } },
    ['assessment-missing'],
  ],
  [
    'oppfølgingen sier ingenting',
    {},
    { assessment: { ...assessment, followUp: 'Ikke relevant.' } },
    ['assessment-missing'],
  ],
  ['starts before the clinic’s current day', {}, { period: days(-1, 100) }, ['backdated']],
  ['over before it could start', {}, { period: { from: day(0), to: day(0) + 3_600_000 } }, ['backdated']],
  ['case 24: omstridt oppgave uten kurs', { task: contestedTask }, {}, ['contested-task']],
  [
    'case 24: the course has no name',
    { task: contestedTask },
    { contested: { ...contested, course: 'ja' } },
    ['contested-task'],
  ],
  [
    'case 24: no reasoned assessment',
    { task: contestedTask },
    { contested: { ...contested, reasoning: 'greit' } },
    ['contested-task'],
  ],
  [
    'case 24: the delegator is not present',
    { task: contestedTask },
    { contested: { ...contested, delegatorPresent: false } },
    ['contested-task'],
  ],
];

const answering = (asked: DelegationAsked, more: Partial<Answering> = {}): Answering => ({
  byDelegatee: true,
  pending: true,
  profession: asked.profession,
  requested: asked.period,
  conditions: asked.conditions,
  ...more,
});

const delegateCodes = (facts: Partial<DelegationFacts>, asked: Partial<DelegationAsked> = {}) =>
  codesOf(refusalsToDelegate(delegating(facts), asking(asked)));
const acceptCodes = (
  facts: Partial<DelegationFacts>,
  asked: Partial<DelegationAsked> = {},
  more: Partial<Answering> = {},
) => codesOf(refusalsToAccept(delegating(facts), answering(asking(asked), more)));

describe('to delegate is refused when (domain § 5)', () => {
  test.each([...groundRows, ...meetingRows, ...proposalRows])('%s', (_says, facts, asked, codes) => {
    expect(delegateCodes(facts, asked)).toEqual(codes);
  });
});

describe('to delegate is allowed when', () => {
  const allowed: readonly (readonly [string, Partial<DelegationFacts>, Partial<DelegationAsked>])[] = [
    ['nothing stands in the way', {}, {}],
    ['without an end', {}, { period: days(1) }],
    ['from the start of the clinic’s current day', {}, { period: days(0, 100) }],
    ['to a medisinsk sekretær (case 16)', { delegatee: pupil('ansatt', 'X-MS') }, {}],
    ['to a pupil with purpose, supervisor and end', { delegatee: pupil('elev', 'X-HEL') }, { training }],
    [
      'to somebody who was a pupil until the day it starts',
      {
        delegatee: person('helsesekretaer', {
          engagements: [engaged('X-HEL', days(-100, 1), 'elev'), engaged('X-MS', days(1))],
        }),
      },
      {},
    ],
    ['a contested task with course, reasons and presence (case 24)', { task: contestedTask }, { contested }],
    [
      'case 2: what is held by delegation is held in own right by the named profession, too',
      {
        delegator: professional('lege', 'SP'),
        task: nursesHoldIt,
        heldByDelegator: [standing({ ownRights: [{ occupation: 'SP', valid: always }] })],
      },
      { profession: 'SP' },
    ],
    [
      'the own right to what is held stands in two pieces without a gap',
      {
        delegator: professional('lege', 'SP'),
        task: nursesHoldIt,
        heldByDelegator: [
          standing({
            ownRights: [
              { occupation: 'SP', valid: days(50) },
              { occupation: 'SP', valid: days(-10, 50) },
            ],
          }),
        ],
      },
      { profession: 'SP' },
    ],
    [
      'what the delegator holds by delegation ends the moment this starts',
      {
        delegator: professional('lege', 'SP'),
        task: nursesHoldIt,
        heldByDelegator: [standing({ valid: days(-10, 1) })],
      },
      { profession: 'SP' },
    ],
    [
      'an earlier delegation of the same ends the moment this starts (case 13)',
      { twins: [{ id: 'twin', span: days(-10, 1) }] },
      {},
    ],
    [
      'the right ends the moment this ends (case 13)',
      { delegator: lege({ rights: [right('LE', days(-10, 100))] }) },
      {},
    ],
    [
      'two rights and two engagements follow each other without a gap',
      {
        delegator: lege({
          rights: [right('LE', days(50)), right('LE', days(-10, 50))],
          engagements: [engaged('LE', days(30)), engaged('X-LED', days(-10, 40))],
        }),
      },
      {},
    ],
    [
      'a condition is met in the delegation’s own conditions',
      {
        conditions: [
          { profession: 'LE', approvalType: '17', text: 'Bare sammen med annen lege.', valid: always },
        ],
      },
      { conditions: 'Bare når overlegen er til stede.' },
    ],
    [
      'a condition on another profession (case 9)',
      {
        conditions: [{ profession: 'SP', approvalType: '17', text: 'Ikke alene på vakt.', valid: always }],
      },
      {},
    ],
    [
      'case 8: a limitation names another task, or another profession, or is over',
      {
        delegator: lege({
          limits: {
            other: [{ profession: 'LE', valid: always }],
            infusion: [
              { profession: 'SP', valid: always },
              { profession: 'LE', valid: days(-100, 1) },
            ],
          },
        }),
      },
      {},
    ],
    ['a ban ended before it starts', { delegatee: helsesekretaer({ bans: [days(-100, 1)] }) }, {}],
    [
      'the delegatee is authorised in the profession but suspended from the day it starts (case 8)',
      { task: nursesHoldIt, delegatee: professional('sp', 'SP', { rights: [right('SP', days(-10, 1))] }) },
      {},
    ],
    [
      'case 3: the delegatee has it from another doctor, too',
      { delegatee: helsesekretaer({ delegations: { infusion: [{ id: 'other', valid: always }] } }) },
      {},
    ],
  ];

  test.each(allowed)('%s', (_says, facts, asked) => {
    expect(delegateCodes(facts, asked)).toEqual([]);
  });
});

describe('to accept is refused when (domain § 5)', () => {
  test('by anyone but the delegatee', () => {
    expect(acceptCodes({}, {}, { byDelegatee: false })).toEqual(['not-the-delegatee']);
  });

  test('case 7: after withdrawal, decline or end', () => {
    expect(acceptCodes({}, {}, { pending: false })).toEqual(['delegation-not-pending']);
  });

  test('what was asked for is over', () => {
    expect(acceptCodes({ now: day(100) })).toEqual(['delegation-not-pending']);
    expect(acceptCodes({ now: day(100) - 1 })).toEqual([]);
  });

  test.each([...groundRows, ...meetingRows])(
    'the ground has lapsed meanwhile: %s',
    (_says, facts, asked, codes) => {
      expect(acceptCodes(facts, asked)).toEqual(codes);
    },
  );

  test('only what is left of the period needs a ground', () => {
    const suspendedBefore = { delegator: lege({ rights: [right('LE', days(40))] }) };
    expect(acceptCodes({ ...suspendedBefore, now: day(39) })).toEqual(['no-practice-right']);
    expect(acceptCodes({ ...suspendedBefore, now: day(40) })).toEqual([]);
  });

  test('every reason comes at once', () => {
    const facts = { delegator: lege({ rights: [] }), delegatee: helsesekretaer({ engagements: [] }) };
    expect(acceptCodes(facts, {}, { byDelegatee: false, pending: false })).toEqual([
      'delegatee-not-engaged',
      'delegation-not-pending',
      'no-practice-right',
      'not-the-delegatee',
    ]);
  });
});

describe('every reason is given at once', () => {
  /** One way of going wrong for each part of the facts, so that any two can be put together. */
  const flaws: readonly Row[] = [
    ['held', { heldByDelegator: [standing({ ownRights: [] })] }, {}, ['delegated-task-not-delegable']],
    ['task', { task: { ...infusion, reserved: true } }, {}, ['task-reserved']],
    ['right', { delegator: lege({ rights: [] }) }, {}, ['no-practice-right']],
    [
      'condition',
      { conditions: [{ profession: 'LE', approvalType: '17', text: 'Under tilsyn.', valid: always }] },
      {},
      ['right-limited'],
    ],
    ['delegatee', { delegatee: helsesekretaer({ bans: [always] }) }, {}, ['delegatee-banned']],
    ['twin', { twins: [{ id: 'twin', span: always }] }, {}, ['delegation-exists']],
    ['assessment', {}, { assessment: { ...assessment, followUp: '' } }, ['assessment-missing']],
    ['period', {}, { period: days(-5, 100) }, ['backdated']],
  ];
  const pairs = flaws.flatMap((a, i) => flaws.slice(i + 1).map((b) => ({ a, b })));

  test.each(pairs)('$a.0 and $b.0', ({ a, b }) => {
    expect(delegateCodes({ ...a[1], ...b[1] }, { ...a[2], ...b[2] })).toEqual([...a[3], ...b[3]].sort());
  });

  test('all of them, each once', () => {
    const facts = Object.assign({}, ...flaws.map(([, told]) => told));
    const asked = Object.assign({}, ...flaws.map(([, , told]) => told));
    expect(delegateCodes(facts, asked)).toEqual(flaws.flatMap(([, , , codes]) => codes).sort());
  });

  test('case 4: a manager without health qualification lacks both the right and the task', () => {
    const manager = person('leder', { engagements: [engaged('X-LED')] });
    expect(delegateCodes({ delegator: manager }, { profession: 'X-LED' })).toEqual([
      'no-practice-right',
      'outside-own-right',
    ]);
    expect(delegateCodes({ delegator: manager })).toEqual(['no-practice-right']);
  });

  test('a medisinsk sekretær cannot pass on even what her occupation holds', () => {
    const task = { ...infusion, entitlements: [entitled('X-MS')] };
    const delegator = person('sekretaer', { engagements: [engaged('X-MS')] });
    expect(delegateCodes({ task, delegator }, { profession: 'X-MS' })).toEqual(['no-practice-right']);
  });

  test('the assessments that are missing are named', () => {
    const [refusal] = refusalsToDelegate(
      delegating(),
      asking({ assessment: { taskNature: '', qualifications: assessment.qualifications, followUp: '.' } }),
    );
    expect(refusal).toEqual({ code: 'assessment-missing', about: { missing: 'taskNature, followUp' } });
  });

  test('it is said until when right and presence hold', () => {
    const facts = delegating({
      delegator: lege({ rights: [right('LE', days(-1, 20))], engagements: [] }),
    });
    expect(refusalsToDelegate(facts, asking())).toEqual([
      { code: 'no-practice-right', about: { profession: 'LE', until: new Date(day(20)).toISOString() } },
      { code: 'delegator-not-engaged', about: { personId: 'lege', until: null } },
    ]);
  });
});

describe('day edges (case 13)', () => {
  /** Europe/Oslo: 30 March and 26 October 2025 have 23 and 25 hours; 29 February 2028 exists. */
  const oslo = (text: string) => Date.parse(text);
  test.each([
    ['summer time begins', '2025-03-30T00:00+01:00', '2025-03-31T00:00+02:00'],
    ['summer time ends', '2025-10-26T00:00+02:00', '2025-10-27T00:00+01:00'],
    ['29 February', '2028-02-29T00:00+01:00', '2028-03-01T00:00+01:00'],
  ])(
    'a right for the day covers a delegation for the day and not a millisecond more: %s',
    (_says, from, to) => {
      const valid = { from: oslo(from), to: oslo(to) };
      const facts = {
        now: oslo(from),
        startOfToday: oslo(from),
        delegator: lege({ rights: [right('LE', valid)] }),
      };
      expect(delegateCodes(facts, { period: valid })).toEqual([]);
      expect(delegateCodes(facts, { period: { ...valid, to: valid.to + 1 } })).toEqual(['no-practice-right']);
      expect(delegateCodes(facts, { period: { ...valid, from: valid.from - 1 } })).toEqual(['backdated']);
    },
  );
});

describe('words that say nothing', () => {
  test.each([
    '',
    '   ',
    '.....',
    '12345 67890',
    'ok',
    'aaaaaaaaaa',
    'ja ja ja ja',
    'ingen',
    'INGEN!',
    'Ikke relevant.',
    '– ikke relevant –',
    '(ikke   relevant)',
    'ikkje\nrelevant',
    '"Vurdert"',
    'N/A',
    'n.a.',
  ])('%j', (text) => expect(saysNothing(text)).toBe(true));

  test.each([
    'Enkel prosedyre',
    'Ingen særlig risiko',
    'Greit opplært av Kari',
    'sårstell',
    'Сестра милосердия',
  ])('and these say something: %j', (text) => expect(saysNothing(text)).toBe(false));
});

describe('allowed, but said', () => {
  const said = (facts: Partial<DelegationFacts>, asked: Partial<DelegationAsked> = {}) =>
    codesOf(warningsTo(delegating(facts), asking(asked)));
  const conditional = { profession: 'LE', approvalType: '17', text: null, valid: always };

  test('nothing, when all is in order', () => expect(said({})).toEqual([]));

  test('an engagement of the delegatee ends inside the period', () => {
    const ties = [engaged('HE', days(-10, 50)), engaged('X-MS')];
    expect(said({ delegatee: helsesekretaer({ engagements: ties }) })).toEqual(['engagement-ends']);
    const [warning] = warningsTo(delegating({ delegatee: helsesekretaer({ engagements: ties }) }), asking());
    expect(warning?.about).toEqual({ at: new Date(day(50)).toISOString() });
    expect(said({ delegatee: helsesekretaer({ engagements: [engaged('HE', days(-10, 100))] }) })).toEqual([]);
    expect(said({ delegatee: helsesekretaer({ engagements: [engaged('HE', days(-10, 1))] }) })).toEqual([]);
  });

  test('the approval was given on conditions', () => {
    expect(said({ conditions: [conditional] })).toEqual(['approval-with-conditions']);
    expect(said({ conditions: [{ ...conditional, profession: 'SP' }] })).toEqual([]);
    expect(said({ conditions: [{ ...conditional, valid: days(-10, 1) }] })).toEqual([]);
  });

  test('a pupil without a plan in which the task is a goal, supervised all the while', () => {
    const elev = { delegatee: pupil('elev', 'X-HEL') };
    expect(warningsTo(delegating(elev), asking({ training }))).toEqual([
      { code: 'no-training-plan', about: { personId: 'helsesekretaer', taskId: 'infusion' } },
    ]);
    expect(said({ ...elev, taught: [days(1, 50), days(50, 100)] })).toEqual([]);
    expect(said({ ...elev, taught: [days(1, 50), days(51, 100)] })).toEqual(['no-training-plan']);
    expect(said({ delegatee: pupil('ansatt', 'X-MST') })).toEqual(['no-training-plan']);
    expect(said({ delegatee: pupil('ansatt', 'HE') })).toEqual([]);
  });

  test('supervision overdue, many helpers', () => {
    expect(said({ supervision: { overdue: 1, helpers: 9 } })).toEqual(['supervision-overdue']);
    expect(said({ supervision: { overdue: 0, helpers: 10 } })).toEqual(['many-helpers']);
  });

  test('no warning stands in the way', () => {
    const facts = { conditions: [conditional], supervision: { overdue: 3, helpers: 30 } };
    expect(delegateCodes(facts, { period: days(1) })).toEqual([]);
  });
});
