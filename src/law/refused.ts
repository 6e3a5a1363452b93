import type { Refusal } from './refusals.js';

/** Rules return refusals; a service throws them once, all of them, the weightiest first. Never empty. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.name = 'Refused';
    if (refusals.length === 0) throw new RangeError('Refused without a refusal');
  }
}
