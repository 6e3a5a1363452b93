import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstDifference } from '../../src/log/state/difference.js';
import { apply, FoldError, isStateless, typesOfState } from '../../src/log/state/fold.js';
import { row } from '../../src/log/state/row.js';
import { rowsOf } from '../../src/log/state/rows.js';
import { emptyState, type State } from '../../src/log/state/state.js';

type Payload = { readonly [key: string]: unknown };

const start = Date.UTC(2026, 0, 1);
const iso = (days: number): string => new Date(start + days * 86_400_000).toISOString();

let state: State;
let seq: number;

/** The next entry, one day after the last. */
const add = (type: string, payload: Payload | null, actor = 'leder'): void => {
  apply(state, {
    seq,
    at: start + seq * 86_400_000,
    type,
    actor,
    payload: payload && { login: 'konto', ...payload },
  });
  seq++;
};

const codeOf = (type: string, payload: Payload | null, actor?: string): string => {
  const before = structuredClone(state);
  try {
    add(type, payload, actor);
    return '';
  } catch (error) {
    expect(state).toEqual(before);
    if (!(error instanceof FoldError)) throw error;
    expect(error.seq).toBe(seq);
    return error.code;
  }
};

const task = {
  id: 't',
  name: 'Prøve',
  area: 'skiftestue',
  catalogueCode: null,
  reservedTo: null,
  contested: false,
};
const proposal = {
  id: 'd',
  stepId: 's0',
  delegatorId: 'lege',
  delegateeId: 'kari',
  taskId: 't',
  profession: 'LE',
  validFrom: iso(0),
  validTo: iso(100),
  assessment: { taskNature: 'a', qualifications: 'b', followUp: 'c' },
  supervision: { reviewBy: iso(50), reachableHow: 'telefon' },
};

beforeEach(() => {
  state = emptyState();
  seq = 0;
  for (const personId of ['leder', 'lege', 'kari']) add('person.registered', { personId, name: personId });
  add('task.created', {
    ...task,
    lineage: [],
    entitlements: [{ occupation: 'LE', mayDelegate: true, validFrom: null }],
  });
});

const delegation = () => state.delegations.get('d');

describe('a delegation', () => {
  beforeEach(() => add('delegation.proposed', proposal, 'lege'));

  it('stands from its acceptance until it is ended', () => {
    add('delegation.accepted', { id: 'd', stepId: 's1', reason: null }, 'kari');
    expect(delegation()?.valid).toEqual({ from: Date.parse(iso(5)), to: Date.parse(iso(100)) });
    add('delegation.revoked', { id: 'd', stepId: 's2', reason: 'slutt' }, 'lege');
    expect(delegation()?.valid).toEqual({ from: Date.parse(iso(5)), to: Date.parse(iso(6)) });
    expect(delegation()?.steps.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      's0 proposed',
      's1 accepted',
      's2 revoked',
    ]);
  });

  it('that lapses from its start never stood', () => {
    add('delegation.accepted', { id: 'd', stepId: 's1', reason: null }, 'kari');
    add('delegation.lapsed', { id: 'd', stepId: 's2', at: iso(5), reason: 'ban' });
    expect(delegation()?.valid).toBeNull();
    expect(delegation()?.steps.at(-1)).toMatchObject({
      at: Date.parse(iso(5)),
      recordedAt: Date.parse(iso(6)),
    });
  });

  it('was acted on by a login without a person where actor and login are one', () => {
    add('delegation.accepted', { id: 'd', stepId: 's1', reason: null }, 'kari');
    add('delegation.lapsed', { id: 'd', at: iso(9), reason: 'ban', login: 'nøkkel' }, 'nøkkel');
    expect(delegation()?.steps.map(({ personId }) => personId)).toEqual(['lege', 'kari', null]);
  });

  it('told before steps told their ids folds all the same, and the ids are left out of the comparison', () => {
    add('delegation.accepted', { id: 'd', reason: null }, 'kari');
    const told = rowsOf(state, 'delegation_step');
    const held = told.map(({ key, columns }) => {
      const id = key.startsWith('entry') ? 'any-id' : key;
      return row([id], { ...columns, id });
    });
    expect(told.map(({ key }) => key)).toEqual(['entry 5', 's0']);
    expect(firstDifference('delegation_step', told, held.reverse())).toBeNull();
    const other = held.map(({ key, columns }) => ({ key, columns: { ...columns, reason: 'noe annet' } }));
    expect(firstDifference('delegation_step', told, other)).not.toBeNull();
  });

  it.each([
    ['accepted by another', 'delegation.accepted', { id: 'd' }, 'lege', 'not-the-delegatee'],
    ['accepted and unknown', 'delegation.accepted', { id: 'x' }, 'kari', 'does-not-exist'],
    ['revoked before it stood', 'delegation.revoked', { id: 'd', reason: 'r' }, 'lege', 'not-in-force'],
    [
      'lapsed before it stood',
      'delegation.lapsed',
      { id: 'd', at: iso(5), reason: 'r' },
      'lege',
      'not-in-force',
    ],
    [
      'reviewed before it stood',
      'delegation.reviewed',
      { id: 'd', outcome: 'o', note: 'n' },
      'lege',
      'not-in-force',
    ],
    ['declined without a reason', 'delegation.declined', { id: 'd' }, 'kari', 'payload-unreadable'],
    ['proposed twice', 'delegation.proposed', proposal, 'lege', 'exists-already'],
    [
      'proposed of nothing',
      'delegation.proposed',
      { ...proposal, id: 'e', taskId: 'x' },
      'lege',
      'does-not-exist',
    ],
    [
      'dated by a day',
      'delegation.proposed',
      { ...proposal, id: 'e', validFrom: '2026-01-01' },
      'lege',
      'payload-unreadable',
    ],
    [
      'over before it begins',
      'delegation.proposed',
      { ...proposal, id: 'e', validTo: iso(0) },
      'lege',
      'payload-unreadable',
    ],
  ])('is refused when %s', (_when, type, payload, actor, code) =>
    expect(codeOf(type, payload, actor)).toBe(code),
  );

  it('is answered once and ended once', () => {
    add('delegation.accepted', { id: 'd', reason: null }, 'kari');
    expect(codeOf('delegation.accepted', { id: 'd', reason: null }, 'kari')).toBe('not-pending');
    expect(codeOf('delegation.withdrawn', { id: 'd', reason: 'r' }, 'lege')).toBe('not-pending');
    add('delegation.relinquished', { id: 'd', reason: 'r' }, 'kari');
    expect(codeOf('delegation.revoked', { id: 'd', reason: 'r' }, 'lege')).toBe('not-in-force');
    expect(codeOf('delegation.lapsed', { id: 'd', at: iso(50), reason: 'r' })).toBe('not-in-force');
  });
});

describe('what ends', () => {
  const duty = {
    id: 'p',
    personId: 'kari',
    taskId: 't',
    occupation: 'HE',
    profession: 'HE',
    validFrom: iso(2),
    validTo: null,
  };

  it('is there, and ends once', () => {
    expect(codeOf('duty.ended', { id: 'p', at: iso(9), reason: 'r' })).toBe('does-not-exist');
    add('duty.assigned', duty);
    add('duty.lapsed', { id: 'p', at: iso(9), reason: 'r' });
    expect(state.duties.get('p')?.valid).toEqual({ from: Date.parse(iso(2)), to: Date.parse(iso(9)) });
    expect(codeOf('duty.ended', { id: 'p', at: iso(9), reason: 'r' })).toBe('not-in-force');
    expect(codeOf('duty.lapsed', { id: 'p', at: iso(1), reason: 'r' })).toBe('not-in-force');
    add('duty.ended', { id: 'p', at: iso(1), reason: 'aldri' });
    expect(state.duties.get('p')).toMatchObject({ valid: null, endReason: 'aldri' });
  });

  it('is an engagement within its time', () => {
    const tie = {
      id: 'e',
      personId: 'kari',
      occupation: 'HE',
      kind: 'ansatt',
      validFrom: iso(2),
      validTo: iso(20),
    };
    add('engagement.started', tie);
    expect(codeOf('engagement.ended', { id: 'e', at: iso(2), reason: 'r' })).toBe('not-in-force');
    expect(codeOf('engagement.ended', { id: 'e', at: iso(20), reason: 'r' })).toBe('not-in-force');
    expect(codeOf('engagement.started', { ...tie, id: 'f', kind: 'gjest' })).toBe('payload-unreadable');
  });

  it('is an entitlement that others replace', () => {
    add('task.changed', {
      id: 't',
      name: 'Ny',
      area: 'lege',
      entitlements: [{ occupation: 'HE', mayDelegate: false }],
      entitledFrom: iso(4),
    });
    expect(state.tasks.get('t')).toMatchObject({ name: 'Ny', area: 'lege', version: 2 });
    expect(state.tasks.get('t')?.entitlements).toEqual([
      { occupation: 'LE', mayDelegate: true, valid: { from: -Infinity, to: Date.parse(iso(4)) } },
      { occupation: 'HE', mayDelegate: false, valid: { from: Date.parse(iso(4)), to: Infinity } },
    ]);
    expect(
      codeOf('task.changed', { id: 't', name: 'Ny', area: 'lege', entitlements: [], entitledFrom: iso(4) }),
    ).toBe('out-of-order');
  });
});

describe('role descriptions', () => {
  const version = { roleDescriptionId: 'r', number: 1, effectiveFrom: iso(1), areas: [], obligations: [] };

  it('have versions without a gap, each from no earlier than the last', () => {
    const head = { name: 'Rolle', occupation: 'HE', templateCode: null, templateVersion: null };
    expect(codeOf('role-description.created', { ...version, ...head, number: 2 })).toBe('out-of-order');
    add('role-description.created', { ...version, ...head });
    expect(codeOf('role-description.published', { ...version, number: 3 })).toBe('out-of-order');
    expect(codeOf('role-description.published', { ...version, number: 2, effectiveFrom: iso(0) })).toBe(
      'out-of-order',
    );
    add('role-description.published', { ...version, number: 2 });
    expect(state.roleDescriptions.get('r')?.versions).toHaveLength(2);
  });
});

describe('types', () => {
  it('that nobody knows are no part of a log', () =>
    expect(codeOf('delegation.blessed', {})).toBe('type-unknown'));

  it('that bear no state are read without their payload, others are not', () => {
    expect(codeOf('delegation.refused', null)).toBe('');
    expect(codeOf('member.joined', null)).toBe('');
    expect(codeOf('person.changed', null)).toBe('payload-missing');
  });

  it('that the product writes are all known', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const written = sources.flatMap((name) =>
      [...readFileSync(join('src', name), 'utf8').matchAll(/\.log\(\s*'([a-z-]+\.[a-z-]+)'/g)].map(
        ([, type]) => type ?? '',
      ),
    );
    expect(written.length).toBeGreaterThan(15);
    expect(written.filter((type) => !isStateless(type) && !typesOfState.includes(type))).toEqual([]);
  });
});
