import { apply } from '../../src/log/state/fold.js';
import { emptyState } from '../../src/log/state/state.js';
import { Summary } from '../../src/log/summary/summary.js';

type Payload = Record<string, unknown>;

/** 10:00 in Oslo on 1 June 2026, when the first entry is told; each later one comes a minute after. */
export const began = Date.parse('2026-06-01T08:00:00Z');

/** A log told by hand, entry by entry, and the summary of it. */
export class ToldLog {
  readonly state = emptyState();
  private readonly summary = new Summary();
  private seq = 0;

  constructor(readonly actor = 'lise') {}

  /** The number of the entry. */
  tell(type: string, payload: Payload | null, actor = this.actor): number {
    const seq = this.seq++;
    const entry = { seq, at: began + seq * 60_000, type, actor, payload };
    apply(this.state, entry);
    this.summary.see(entry);
    return seq;
  }

  person(id: string, name: string, occupation?: string, authorised = occupation): void {
    this.tell('person.registered', { personId: id, name });
    if (occupation)
      this.tell('engagement.started', {
        id: `${id}-${occupation}`,
        personId: id,
        occupation,
        kind: 'ansatt',
        validFrom: '2023-12-31T23:00:00.000Z',
      });
    if (authorised && !authorised.startsWith('X-'))
      this.tell('authorisation.registered', {
        id: `${id}-${authorised}-approval`,
        personId: id,
        profession: authorised,
        approvalType: '1',
        validFrom: '2009-12-31T23:00:00.000Z',
        evidence: { source: 'HPR', checkedAt: '2026-01-01T00:00:00.000Z' },
      });
  }

  task(id: string, name: string, held: Record<string, boolean>, area = 'skiftestue'): void {
    const entitlements = Object.entries(held).map(([occupation, mayDelegate]) => ({
      occupation,
      mayDelegate,
    }));
    this.tell('task.created', { id, name, area, contested: false, lineage: [], entitlements });
  }

  duty(id: string, personId: string, taskId: string, occupation: string): void {
    this.tell('duty.assigned', { id, personId, taskId, occupation, validFrom: '2026-05-31T22:00:00.000Z' });
  }

  propose(id: string, taskId: string, delegatorId: string, delegateeId: string, more: Payload = {}): void {
    const payload = {
      id,
      delegatorId,
      taskId,
      delegateeId,
      profession: 'LE',
      validFrom: '2026-05-31T22:00:00.000Z',
      validTo: '2026-12-31T23:00:00.000Z',
      assessment: { taskNature: 'Avgrenset.', qualifications: 'Opplært.', followUp: 'Månedlig.' },
      supervision: { reviewBy: '2026-08-31T22:00:00.000Z', reachableHow: 'På kontoret' },
      stepId: `${id}-proposed`,
      ...more,
    };
    this.tell('delegation.proposed', payload, delegatorId);
  }

  accept(id: string, delegateeId: string): void {
    this.tell('delegation.accepted', { id, stepId: `${id}-accepted`, reason: null }, delegateeId);
  }

  pieces(at: number): Generator<string> {
    return this.summary.html(this.state, {
      clinic: { id: 'clinic-id' },
      origin: 'fullmakt.example/log/clinic-id',
      size: this.seq,
      root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
      at,
      keyIds: ['fullmakt.example/log+0a1b2c3d'],
    });
  }

  page(at = began + 86_400_000): string {
    return [...this.pieces(at)].join('');
  }
}

/** What a reader sees of the page, tag by tag. */
export const read = (page: string): string[] =>
  page
    .slice(page.indexOf('<body>'))
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('\u00a0', ' ').trim())
    .filter((text) => text !== '');
