import { describe, expect, it } from '@jest/globals';
import { read, ToldLog } from './told-log.js';

const midnight = '2026-05-31T22:00:00.000Z';

/** A helsesekretær whose duty requires a course: claimed, confirmed, withdrawn, as the test tells it. */
function clinic(): ToldLog {
  const log = new ToldLog();
  log.person('lise', 'Lise Leder', 'X-LED');
  log.person('kari', 'Kari Moen', 'HE');
  log.task('ecg', 'EKG', { HE: true });
  log.duty('duty-1', 'kari', 'ecg', 'HE');
  log.tell('competence.created', {
    id: 'course',
    name: 'EKG-kurs',
    kind: 'course',
    levels: ['Grunnleggende', 'Videregående'],
    validityMonths: 24,
    renewal: null,
    catalogueCode: null,
  });
  log.tell('requirement.changed', {
    taskId: 'ecg',
    from: midnight,
    kept: [],
    opened: [{ id: 'r', anyOf: [{ competenceId: 'course', minLevel: 2 }] }],
  });
  return log;
}

const record = (id: string, validFrom: string, validTo: string | null, level = 2) => ({
  id,
  stepId: `${id}-step`,
  personId: 'kari',
  competenceId: 'course',
  level,
  achievedOn: '2026-05-31',
  validFrom,
  validTo,
  assessorId: null,
  evidence: { source: 'Kurssenteret', note: '<b>bestått</b>' },
});

const textOf = (log: ToldLog, at?: number): string => read(log.page(at)).join(' | ');

const sha256 = 'ab'.repeat(32);
const file = {
  id: 'f',
  recordId: 'r1',
  position: 1,
  name: '<b>.pdf',
  mediaType: 'application/pdf',
  size: 9,
  sha256,
};

describe('the section on competence', () => {
  it('tells the files of a record with their hashes, and who had one erased', () => {
    const log = clinic();
    log.tell('competence-record.claimed', record('r1', midnight, null));
    log.tell('evidence.added', file);
    expect(textOf(log)).toContain(`Fil: &lt;b&gt;.pdf (SHA-256 | ${sha256} | )`);
    log.tell('evidence.erased', { id: 'f', reason: 'Feil person.' });
    expect(textOf(log)).toMatch(/Innholdet slettet .* av .*: \| Feil person\./);
  });

  it('says that nothing is required, recorded or abstained from', () => {
    const text = textOf(new ToldLog());
    expect(text).toContain('Ingen oppgave eller stillingsbeskrivelse krever bestemt kompetanse.');
    expect(text).toContain('Ingen kompetansebevis er ført.');
    expect(text).toContain('Ingen har avstått fra noen oppgave.');
  });

  it('tells what is required, and beside the refusal what is missing', () => {
    const text = textOf(clinic());
    expect(text).toContain('EKG | EKG-kurs, minst Videregående | fra 01.06.2026, uten sluttdato');
    expect(text).toContain('EKG | Egen oppgave | Nei. | Manglet kompetanse som oppgaven krever: EKG-kurs.');
  });

  it('tells each record with level, period, who confirmed it and the source, escaped', () => {
    const log = clinic();
    const seq = log.tell('competence-record.registered', {
      ...record('one', midnight, null),
      superseded: [],
    });
    const text = textOf(log);
    expect(text).toContain(
      `Kari Moen | EKG-kurs (Videregående) | Gjelder | 31.05.2026 | fra 01.06.2026, uten sluttdato | Lise Leder, ført 01.06.2026 kl. 10:${String(seq).padStart(2, '0')} | Kurssenteret. &lt;b&gt;bestått&lt;/b&gt;`,
    );
    expect(text).toContain('EKG | Egen oppgave | Ja');
  });

  it('tells a record that waits, that expired, that was rejected or withdrawn, with the reason', () => {
    const log = clinic();
    log.tell('competence-record.claimed', record('waits', midnight, null, 1), 'kari');
    log.tell('competence-record.claimed', record('no', midnight, null), 'kari');
    log.tell('competence-record.rejected', { id: 'no', stepId: 's', reason: 'Feil kurs' });
    log.tell('competence-record.registered', {
      ...record('old', '2023-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'),
      superseded: [],
    });
    log.tell('competence-record.registered', { ...record('gone', midnight, null), superseded: [] });
    log.tell('competence-record.withdrawn', { id: 'gone', stepId: 't', reason: 'Falskt bevis' });
    const text = textOf(log);
    for (const told of [
      'Venter på bekreftelse',
      'Ikke bekreftet | : Feil kurs',
      'Utløpt',
      'Trukket | : Falskt bevis',
    ])
      expect(text).toContain(told);
  });

  it('tells who abstains, and who let them back', () => {
    const log = clinic();
    log.tell(
      'abstention.declared',
      { id: 'a', personId: 'kari', taskId: 'ecg', reason: 'Nytt apparat' },
      'kari',
    );
    expect(textOf(log)).toContain('Kari Moen | EKG | Nytt apparat | 01.06.2026');
    expect(textOf(log)).toContain('Nei, gjelder fortsatt');
    log.tell('abstention.ended', { id: 'a', at: '2026-06-01T12:00:00.000Z', reason: 'Opplært på nytt' });
    expect(textOf(log)).toContain('01.06.2026 kl. 14:00 av Lise Leder: | Opplært på nytt');
  });
});
