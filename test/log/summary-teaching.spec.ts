import { describe, expect, it } from '@jest/globals';
import { FoldError } from '../../src/log/state/fold.js';
import { began, read, ToldLog } from './told-log.js';

const minute = 60_000;
const iso = (minutes: number): string => new Date(began + minutes * minute).toISOString();

/** Entries come a minute apart: the teaching is told in the fourth, and lasts from the tenth to the twentieth. */
function clinic(more: object = {}): ToldLog {
  const log = new ToldLog();
  log.tell('person.registered', { personId: 'lise', name: 'Lise Leder' });
  log.tell('person.registered', { personId: 'kari', name: 'Kari Moen' });
  log.tell('person.registered', { personId: 'ola', name: 'Ola Berg' });
  log.tell('competence.created', {
    id: 'hlr',
    name: 'HLR',
    kind: 'course',
    levels: ['Bestått'],
    validityMonths: 12,
    renewal: null,
    catalogueCode: null,
  });
  log.tell('teaching.planned', { ...event, ...more });
  return log;
}

const event = {
  id: 't',
  kind: 'internal-teaching',
  title: '<b>Hjertestans</b>',
  place: 'Møterommet',
  startsAt: iso(10),
  endsAt: iso(20),
  topics: ['Varsling', 'Hjertestarter'],
  heldBy: { personId: 'lise', name: null },
  open: true,
  gives: [{ competenceId: 'hlr', level: 1 }],
};

/** Until it is so many minutes after the beginning. */
const wait = (log: ToldLog, told: number, until: number): void => {
  for (let at = told; at < until; at++) log.tell('auditor.looked-up', {});
};

const textOf = (log: ToldLog): string => read(log.page()).join(' | ');
const came = (status: string, personId = 'kari') => ({ id: `${personId}-${status}`, personId, status });
const record = {
  id: 'r',
  stepId: 's',
  personId: 'kari',
  competenceId: 'hlr',
  level: 1,
  achievedOn: '2026-06-01',
  validFrom: iso(0),
  validTo: null,
  assessorId: 'lise',
  evidence: { source: 'Hjertestans', note: null },
  superseded: [],
};

describe('the part on teaching', () => {
  it('says that there is none', () => {
    expect(textOf(new ToldLog())).toContain('Ingen opplæring er ført.');
  });

  it('tells what is to be held, with topics and how many are expected, escaped', () => {
    const log = clinic();
    log.tell('teaching.invited', { id: 't', people: [{ id: 'p', personId: 'kari' }] });
    log.tell('teaching.signed-up', { id: 't', people: [{ id: 'q', personId: 'ola' }] }, 'ola');
    log.tell('teaching.signed-off', { id: 't', people: [{ id: 'u', personId: 'kari' }] }, 'kari');
    expect(textOf(log)).toContain(
      '&lt;b&gt;Hjertestans&lt;/b&gt; (internundervisning): Varsling; Hjertestarter | fra 01.06.2026 kl. 10:10 til 01.06.2026 kl. 10:20, Møterommet | Lise Leder | Ikke ført; 1 ventet | Ingen',
    );
  });

  it('tells who came as it was corrected last, and what records were given', () => {
    const log = clinic({ heldBy: { personId: null, name: 'Luftambulansen' } });
    wait(log, 5, 20);
    log.tell('teaching.attended', { id: 't', people: [came('absent'), came('partly', 'ola')] });
    log.tell('teaching.attended', { id: 't', people: [came('present')] });
    log.tell('competence-record.registered', record);
    log.tell('teaching.recorded', {
      id: 't',
      records: [{ personId: 'kari', competenceId: 'hlr', level: 1, recordId: 'r' }],
    });
    expect(textOf(log)).toContain('Luftambulansen | Til stede: Kari Moen | Delvis: Ola Berg | HLR: 1');
  });

  it('tells why it was cancelled, and by whom', () => {
    const log = clinic();
    log.tell('teaching.cancelled', { id: 't', reason: 'Sykdom' });
    expect(textOf(log)).toContain('Avlyst | 01.06.2026 kl. 10:05 av Lise Leder: | Sykdom');
  });
});

describe('an entry that does not fit', () => {
  const refused = (log: ToldLog, type: string, payload: Record<string, unknown>, actor?: string): string => {
    try {
      log.tell(type, payload, actor);
      return '';
    } catch (error) {
      if (!(error instanceof FoldError)) throw error;
      return error.code;
    }
  };
  const people = [{ id: 'p', personId: 'kari' }];

  it('is attendance before the start, of oneself, or of somebody unknown', () => {
    const log = clinic();
    expect(refused(log, 'teaching.attended', { id: 't', people: [came('present')] })).toBe('out-of-order');
    wait(log, 6, 12);
    expect(refused(log, 'teaching.attended', { id: 't', people: [came('present')] }, 'kari')).toBe(
      'out-of-order',
    );
    expect(refused(log, 'teaching.attended', { id: 't', people: [came('asleep')] })).toBe(
      'payload-unreadable',
    );
    expect(refused(log, 'teaching.attended', { id: 't', people: [came('present', 'x')] })).toBe(
      'does-not-exist',
    );
    expect(refused(log, 'teaching.invited', { id: 't', people })).toBe('out-of-order');
  });

  it('is going in or out twice', () => {
    const log = clinic();
    expect(refused(log, 'teaching.withdrawn', { id: 't', people })).toBe('out-of-order');
    log.tell('teaching.invited', { id: 't', people });
    expect(refused(log, 'teaching.signed-up', { id: 't', people }, 'kari')).toBe('out-of-order');
  });

  it('is a record for somebody who was not there, or a change under those who were', () => {
    const log = clinic();
    wait(log, 5, 20);
    log.tell('competence-record.registered', record);
    const records = [{ personId: 'kari', competenceId: 'hlr', level: 1, recordId: 'r' }];
    expect(refused(log, 'teaching.recorded', { id: 't', records })).toBe('out-of-order');
    log.tell('teaching.attended', { id: 't', people: [came('present')] });
    log.tell('teaching.recorded', { id: 't', records });
    expect(refused(log, 'teaching.changed', { ...event, startsAt: iso(1) })).toBe('out-of-order');
    expect(refused(log, 'teaching.changed', { ...event, gives: [] })).toBe('out-of-order');
    expect(refused(log, 'teaching.changed', { ...event, title: 'Rettet' })).toBe('');
  });

  it('is anything after it was cancelled', () => {
    const log = clinic();
    log.tell('teaching.cancelled', { id: 't', reason: 'Sykdom' });
    expect(refused(log, 'teaching.changed', event)).toBe('not-in-force');
    expect(refused(log, 'teaching.invited', { id: 't', people })).toBe('not-in-force');
    expect(refused(log, 'teaching.cancelled', { id: 't', reason: 'Igjen' })).toBe('not-in-force');
    expect(refused(log, 'teaching.planned', event)).toBe('exists-already');
  });
});
