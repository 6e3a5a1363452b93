import { describe, expect, test } from '@jest/globals';
import { refusalTexts } from '../../src/law/refusal-texts.js';
import { refusalBases } from '../../src/law/refusals.js';
import { refusalsToErase } from '../../src/log/erasure.rules.js';

describe('a payload may go', () => {
  test.each([
    'delegation.refused',
    'task.refused',
    'payload.refused',
    'emergency.recorded',
    'member.invited',
    'api-token.created',
    'api-token.deleted',
  ])('when it is that of %s', (type) => expect(refusalsToErase(type)).toEqual([]));
});

describe('a payload stays', () => {
  test.each([
    'clinic.signed-up',
    'member.joined',
    'member.roles-changed',
    'member.removed',
    'approval.granted',
    'teaching.planned',
    'teaching.attended',
    'person.registered',
    'person.changed',
    'engagement.started',
    'engagement.ended',
    'authorisation.registered',
    'reaction.recorded',
    'task.created',
    'task.changed',
    'role-description.created',
    'role-description.published',
    'duty.assigned',
    'duty.ended',
    'duty.lapsed',
    'delegation.proposed',
    'delegation.accepted',
    'delegation.declined',
    'delegation.withdrawn',
    'delegation.revoked',
    'delegation.relinquished',
    'delegation.lapsed',
    'delegation.reviewed',
    'auditor.looked-up',
    'payload.erased',
    'log.inconsistent',
    'something.new',
    'emergency.recorded-again',
    'delegation.refused-not',
    'not-member.joined',
  ])('when it is that of %s', (type) =>
    expect(refusalsToErase(type)).toEqual([{ code: 'kept-by-law', about: { type } }]),
  );

  test('by statute, and the reader is told what to do instead', () => {
    expect(refusalBases['kept-by-law']).toEqual(['ledelse-6-9']);
    const { nb, nn, en } = refusalTexts['kept-by-law'].detail;
    expect([nb, nn, en].map((sentence) => sentence.split('. ').length)).toEqual([2, 2, 2]);
    expect(nb).toContain('ny handling');
  });
});
