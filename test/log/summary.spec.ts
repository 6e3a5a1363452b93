import { describe, expect, it } from '@jest/globals';
import { html, inStyle } from '../../src/log/summary/markup.js';
import { endText, momentText, offsetText, periodText } from '../../src/log/summary/moment.js';
import { byName } from '../../src/log/summary/order.js';
import { began, read, ToldLog } from './told-log.js';

describe('text in the page', () => {
  it('is escaped in elements and attributes', () => {
    expect(html`<p title="${'"><b>'}">${"<script>&'"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;script&gt;&amp;&#39;</p>',
    );
  });

  it('shows controls and marks of direction instead of obeying them', () => {
    expect(html`${'Kari\u202e neoM\u0007\n!'}`.text).toBe('Kari[U+202E] neoM[U+0007]\n!');
  });

  it('cannot end the style sheet', () => expect(inStyle('"}</style>æ')).toMatch(/^"(\\[0-9a-f]{6})+"$/));

  it('is put in the Norwegian order, the same on every machine', () => {
    const names = ['Øst', 'Aas', 'Berg', 'Ås', 'Ærlig', 'Éva', 'eva', 'Zeta'].map((name, i) => ({
      id: `${i}`,
      name,
    }));
    expect(byName(names).map(({ name }) => name)).toEqual(order);
  });
});

const order = ['Berg', 'eva', 'Éva', 'Zeta', 'Ærlig', 'Øst', 'Aas', 'Ås'];

describe('moments', () => {
  it('are told by the clocks in Oslo, summer and winter', () => {
    expect(momentText(Date.parse('2026-07-01T21:30:00Z'))).toBe('01.07.2026 kl.\u00a023:30');
    expect(momentText(Date.parse('2026-12-31T23:30:00Z'))).toBe('01.01.2027 kl.\u00a000:30');
    expect([offsetText(Date.parse('2026-07-01')), offsetText(Date.parse('2026-01-01'))]).toEqual([
      'UTC+02:00',
      'UTC+01:00',
    ]);
  });

  it('name the last day of a period that ends at midnight, also where that day has 25 hours', () => {
    expect(endText(Date.parse('2026-10-25T23:00:00Z'))).toBe('til og med 25.10.2026');
    expect(endText(Date.parse('2026-12-31T12:00:00Z'))).toBe('til 31.12.2026 kl.\u00a013:00');
    expect(periodText({ from: Date.parse('2026-05-31T22:00:00Z'), to: Number.POSITIVE_INFINITY })).toBe(
      'fra 01.06.2026, uten sluttdato',
    );
  });
});

/** A doctor, a health secretary and one who has left; a duty each, a delegation, and what went wrong. */
function clinic(): ToldLog {
  const log = new ToldLog();
  log.tell('clinic.signed-up', { name: 'Kontoret <&>', kind: 'legekontor' });
  log.person('lise', 'Lise Leder', 'X-LED');
  log.person('anders', 'Anders Vik', 'LE');
  log.person('kari', 'Kari Moen', 'HE');
  log.person('siri', 'Siri Dahl', 'HE', 'X-none');
  log.person('gone', 'Gro Gått');
  log.task('infusion', 'Intravenøs infusjon', { LE: true });
  log.task('ecg', 'EKG', { HE: true, LE: true });
  log.duty('duty-1', 'kari', 'ecg', 'HE');
  log.propose('one', 'infusion', 'anders', 'kari', { conditions: 'Bare voksne' });
  log.accept('one', 'kari');
  return log;
}

describe('the summary', () => {
  it('of an empty log is a whole page that says so', () => {
    const page = new ToldLog().page();
    expect(page).toMatch(/^<!doctype html>\n<html lang="nb">[\s\S]*<\/html>\n$/);
    expect(read(page)).toEqual(
      expect.arrayContaining([
        'virksomhet clinic-id',
        'Ingen var tilknyttet virksomheten da.',
        'Ingen oppgaver er delegert.',
        'Ingen forsøk er avvist.',
        'Ingen reaksjoner er ført.',
        'Ingenting er slettet.',
      ]),
    );
  });

  it('says whose log it is, for which moment, under which root and key', () => {
    const text = read(clinic().page(Date.parse('2026-06-02T10:00:00Z')));
    expect(text).toEqual(
      expect.arrayContaining([
        'Kontoret &lt;&amp;&gt;',
        '02.06.2026 kl. 12:00 (norsk tid, UTC+02:00). Alle klokkeslett er norsk tid.',
        'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
        'fullmakt.example/log+0a1b2c3d',
      ]),
    );
  });

  it('is the same to the byte however often it is made, and needs nothing from elsewhere', () => {
    const page = clinic().page();
    expect(clinic().page()).toBe(page);
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import/);
  });

  it('never calls somebody helsesekretær who is not authorised as one (hpl-74)', () => {
    const text = read(clinic().page());
    expect(text).toContain('Kari Moen, helsesekretær');
    expect(text.find((part) => part.startsWith('Siri Dahl, '))).toMatch(/^Siri Dahl, medarbeider/);
    expect(text).toContain('Gro Gått');
  });

  it('tells for each held task on what basis, whether it may be done, and until when', () => {
    const text = read(clinic().page()).join(' | ');
    expect(text).toContain('EKG | Egen oppgave | Ja | videre');
    expect(text).toContain('Intravenøs infusjon | Delegering | D1 | fra Anders Vik | Ja | 01.01.2027');
  });

  it('tells why a task may no longer be done', () => {
    const log = clinic();
    ban(log);
    const text = read(log.page()).join(' | ');
    expect(text).toContain('EKG | Egen oppgave | Nei. | Hadde forbud mot å yte helsehjelp');
    expect(text).toContain('Forbud mot å yte helsehjelp | Kari Moen | fra 20.05.2026, uten sluttdato');
    expect(text).toContain('(etter at den begynte å gjelde)');
  });
});

/** The lapse that follows a ban is left out, so that the decision must refuse what is still held. */
const ban = (log: ToldLog): number =>
  log.tell('reaction.recorded', {
    id: 'ban',
    personId: 'kari',
    authorisationId: null,
    kind: 'ban',
    validFrom: '2026-05-19T22:00:00.000Z',
    knownFrom: '2026-06-01T08:00:00.000Z',
    taskIds: [],
    note: 'Vedtak',
  });

describe('delegations', () => {
  it('are told with assessments, conditions, supervision and steps by number', () => {
    const text = read(clinic().page()).join(' | ');
    expect(text).toContain('D1 Intravenøs infusjon: Anders Vik til Kari Moen');
    expect(text).toContain('Delegert av | Anders Vik, lege | Delegert til | Kari Moen, helsesekretær');
    expect(text).toContain(
      'Oppgavens art | Avgrenset. | Mottakerens kvalifikasjoner | Opplært. | Oppfølgingen | Månedlig. | Vilkår | Bare voksne',
    );
    expect(text).toContain('Følges opp innen 01.09.2026. Kan nås: | På kontoret');
    expect(text).toMatch(
      /Foreslått \| 01\.06\.2026 kl\. 10:\d\d \| Anders Vik \| \d+ \| Godtatt \| 01\.06\.2026 kl\. 10:\d\d \| Kari Moen/,
    );
  });

  it('have the status they had at the moment', () => {
    const log = clinic();
    log.propose('two', 'infusion', 'anders', 'siri', { training: { purpose: 'Øve', supervisorId: 'kari' } });
    log.tell('delegation.declined', { id: 'two', stepId: 's', reason: 'Kan det ikke' }, 'siri');
    log.propose('three', 'ecg', 'anders', 'siri');
    const now = read(log.page());
    expect(now).toEqual(
      expect.arrayContaining([
        'Gjelder (1)',
        'Avslått av mottakeren (1)',
        'Venter på svar (1)',
        'Kan det ikke',
      ]),
    );
    expect(read(log.page(Date.parse('2027-06-01')))).toEqual(
      expect.arrayContaining(['Utløpt (1)', 'Utløpt uten svar (1)']),
    );
    expect(read(log.page(began - 1))).toContain('Foreslått etter datoen (3)');
    log.tell('delegation.revoked', { id: 'one', stepId: 'r', reason: 'Sikkerhet' }, 'lise');
    expect(read(log.page())).toEqual(expect.arrayContaining(['Tilbakekalt (1)', 'Sikkerhet']));
  });

  it('that lapsed say from when, because of what, and when that was recorded', () => {
    const log = clinic();
    log.tell('delegation.lapsed', {
      id: 'one',
      stepId: 'l',
      at: '2026-06-01T09:00:00.000Z',
      reason: 'recall',
    });
    const text = read(log.page()).join(' | ');
    expect(text).toContain('Falt bort (1)');
    expect(text).toMatch(
      /Falt bort \| 01\.06\.2026 kl\. 11:00, ført 01\.06\.2026 kl\. 10:\d\d \| Av seg selv, ved det Lise Leder førte \| autorisasjonen ble tilbakekalt/,
    );
  });

  it('are 10,000 without trouble, in pieces', () => {
    const log = clinic();
    for (let i = 0; i < 10_000; i++) log.propose(`many-${i}`, 'infusion', 'anders', 'kari');
    let pieces = 0;
    let longest = 0;
    for (const piece of log.pieces(began)) {
      pieces += 1;
      longest = Math.max(longest, piece.length);
    }
    expect(pieces).toBeGreaterThan(100);
    expect(longest).toBeLessThan(200_000);
  });
});

describe('what was refused, recorded and erased', () => {
  const refusal = {
    act: 'propose',
    command: { taskId: 'infusion', delegateeId: 'siri', note: '<img src=x>', unheard: 7 },
    codes: ['delegated-task-not-delegable', 'not-yet-invented'],
  };

  it('tells every attempt in words, with reasons, bases and their strength', () => {
    const log = clinic();
    const seq = log.tell('delegation.refused', refusal, 'kari');
    const text = read(log.page()).join(' | ');
    expect(text).toContain(
      `${seq} | 01.06.2026 kl. 10:${seq} | Kari Moen | Delegere en oppgave | Oppgave: | Intravenøs infusjon | Til: | Siri Dahl`,
    );
    expect(text).toContain(
      '&lt;img src=x&gt; | unheard: 7 | En delegert oppgave kan ikke delegeres videre | not-yet-invented',
    );
    expect(text).toContain('Faglig: Helsesekretærforbundet i Delta');
    expect(text).toContain('Lov: helsepersonelloven § 5');
  });

  it('says of an erased attempt that it is, by whom and why; and where nothing says so, that', () => {
    const log = clinic();
    const [erased, lost] = [
      log.tell('delegation.refused', null, 'kari'),
      log.tell('emergency.recorded', null, 'kari'),
    ];
    const toldBy = log.tell('payload.erased', { seq: erased, reason: 'Navn på en pasient' }, 'lise');
    const text = read(log.page()).join(' | ');
    expect(text).toContain(
      `Innholdet er slettet av Lise Leder 01.06.2026 kl. 10:${toldBy} (nr. ${toldBy}): | Navn på en pasient`,
    );
    expect(text).toContain(`Innholdet mangler uten at loggen sier at det er slettet, i nr. ${lost}.`);
    expect(text).toContain(`Nr. ${erased} (delegation.refused)`);
  });

  it('tells emergencies, and who acts without being a person here', () => {
    const log = clinic();
    log.tell('member.invited', { id: 'i', email: 'tilsyn@example.no', personId: null, roles: ['auditor'] });
    log.tell('member.joined', {
      id: 'm',
      account: 'a',
      personId: null,
      roles: ['auditor'],
      invitationId: 'i',
    });
    log.tell(
      'emergency.recorded',
      { personId: 'siri', taskId: 'infusion', at: '2026-05-30T07:15:00.000Z', note: 'Hjertestans' },
      'a',
    );
    const text = read(log.page()).join(' | ');
    expect(text).toContain('30.05.2026 kl. 09:15 | Siri Dahl | Intravenøs infusjon | Hjertestans');
    expect(text).toContain('av tilsyn@example.no (tilsyn)');
  });

  it('counts what lapsed with a reaction', () => {
    const log = clinic();
    ban(log);
    log.tell('duty.lapsed', { id: 'duty-1', at: '2026-06-01T08:00:00.000Z', reason: 'ban' });
    log.tell('delegation.lapsed', { id: 'one', stepId: 'l', at: '2026-06-01T09:00:00.000Z', reason: 'ban' });
    log.task('later', 'Senere', {});
    expect(read(log.page())).toContain('1 egne oppgaver, 1 delegeringer, 0 godkjenninger');
  });
});

describe('the page', () => {
  it('has its headings in order, its tables named, and every link inside it lands', () => {
    const log = clinic();
    log.tell(
      'delegation.refused',
      { act: 'redelegate', command: { delegationId: 'one' }, codes: ['outside-role'] },
      'kari',
    );
    const page = log.page();
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    expect(page.match(/<table/g)?.length).toBe(page.match(/<caption>[^<]+<\/caption>/g)?.length);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((href) => !href.startsWith('#') || !ids.has(href.slice(1)))).toEqual([]);
    expect([...page.matchAll(/ id="([^"]+)"/g)].length).toBe(ids.size);
  });

  it('opens and closes every element', () => {
    const open: string[] = [];
    const bad: string[] = [];
    for (const [, end, name = ''] of clinic()
      .page()
      .matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
      if (end === '' && !/^(meta)$/.test(name)) open.push(name);
      else if (end !== '' && open.pop() !== name) bad.push(name);
    }
    expect([...bad, ...open]).toEqual([]);
  });
});
