import { describe, expect, it } from '@jest/globals';
import { read, ToldLog } from './told-log.js';

const midnight = '2026-05-31T22:00:00.000Z';

function clinic(): ToldLog {
  const log = new ToldLog();
  log.person('lise', 'Lise Leder', 'X-LED');
  log.person('hanne', 'Hanne Berg', 'HE');
  log.person('pia', 'Pia Elev', 'X-HEL');
  log.task('ecg', 'EKG', { HE: true });
  return log;
}

const plan = {
  id: 'plan',
  stepId: 'plan-made',
  personId: 'pia',
  supervisionId: 'by-hanne',
  supervisorId: 'hanne',
  purpose: '<b>Praksis</b>',
  validFrom: midnight,
  validTo: '2026-08-31T22:00:00.000Z',
  goals: [
    { id: 'g1', text: 'Ta EKG', taskId: 'ecg', competenceId: null, level: null },
    { id: 'g2', text: 'Ta imot', taskId: null, competenceId: null, level: null },
  ],
};

const textOf = (log: ToldLog): string => read(log.page()).join(' | ');

describe('the part on training plans', () => {
  it('says that there is none', () => {
    expect(textOf(new ToldLog())).toContain('Ingen opplæringsplan er laget.');
  });

  it('tells who learns what, under whom, and what was signed, taken out and taken back, escaped', () => {
    const log = clinic();
    log.tell('training-plan.made', plan);
    const signed = { id: 's', goalId: 'g1', kind: 'practised', signedOn: '2026-06-01', note: null };
    log.tell('training-step.signed', signed, 'hanne');
    log.tell('training-step.signed', { ...signed, id: 's2', kind: 'mastered' }, 'hanne');
    log.tell('training-step.withdrawn', { id: 's2', withdrawalId: 'w', reason: 'For tidlig' }, 'hanne');
    log.tell('training-goal.withdrawn', { id: 'g2', withdrawalId: 'v', reason: 'Utgår' });
    log.tell('training-plan.cancelled', { id: 'plan', stepId: 'over', reason: 'Flyttet' });
    const text = textOf(log);
    expect(text).toContain('Pia Elev, elev i helseservicefag: &lt;b&gt;Praksis&lt;/b&gt;');
    expect(text).toContain('Hanne Berg, fra 01.06.2026');
    expect(text).toContain('1. | Ta EKG | (EKG) | 01.06.2026 øvd under veiledning, signert av Hanne Berg');
    expect(text).toContain('01.06.2026 mestret, signert av Hanne Berg; | trukket tilbake | : | For tidlig');
    expect(text).toContain('2. | Ta imot | Tatt ut | : | Utgår');
    expect(text).toMatch(
      /Laget 01\.06\.2026 kl\. \d\d:\d\d av Lise Leder \| Avbrutt .* av Lise Leder: Flyttet/,
    );
  });

  it('tells attempts in words: what was recorded of whom, and what was signed', () => {
    const log = clinic();
    const refusal = (act: string, command: object) => ({
      act,
      codes: ['not-the-supervisor'],
      refusals: [],
      command,
    });
    log.tell('teaching.refused', refusal('attend', { people: [{ personId: 'pia', status: 'partly' }] }));
    log.tell('training-step.refused', refusal('sign', { kind: 'mastered', signedOn: '2026-06-01' }));
    log.tell('training-plan.refused', refusal('end', { outcome: 'cancelled', reason: 'Flyttet' }));
    const text = textOf(log);
    expect(text).toContain('Status: | delvis til stede');
    expect(text).toContain('Slag: | mestret');
    expect(text).toContain('Utfall: | avbrutt');
  });
});
