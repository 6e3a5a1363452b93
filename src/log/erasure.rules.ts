import type { Refusal } from '../law/refusals.js';

/**
 * Whose payloads may go: attempts that came to nothing, emergencies told in free text, invitations with their e-mail, and API tokens.
 * All else bears the clinic's state, says who had which role, or is the trace of an inspection, and ledelse-6-9 wants that kept.
 * The schema's log_erasable says the same and has the last word.
 */
const erasable = /\.refused$|^member\.invited$|^api-token\.|^emergency\.recorded$/;

export const refusalsToErase = (type: string): Refusal[] =>
  erasable.test(type) ? [] : [{ code: 'kept-by-law', about: { type } }];
