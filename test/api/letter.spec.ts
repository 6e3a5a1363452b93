import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlone, type TestApp } from '../support/app.js';
import { ran } from '../support/bundle.js';
import type { Client } from '../support/client.js';
import { hour, LaterClock } from '../support/clock.js';
import { attachedTo, headsOf, structureOf, toldIn } from '../support/pdf.js';
import { type Colleague, unique, World } from '../support/world.js';

let testApp: TestApp;
let world: World;
let lege: Colleague;
let hege: Colleague;
const clock = new LaterClock();

beforeAll(async () => {
  testApp = await startAlone({ Clock: clock });
});
afterAll(() => testApp.close());

beforeEach(async () => {
  world = await World.create(testApp);
  lege = await world.colleague('Åse Ærlig Løge', 'LE');
  hege = await world.colleague('Heđđá Čáhppes', 'HE');
});

async function letterOf(client: Client, id: string, query = '') {
  const answer = await client.get(`delegations/${id}/letter${query}`).buffer(true).parse(inBytes);
  expect(answer.status).toBe(200);
  return { headers: answer.headers as Record<string, string>, pdf: answer.body as Buffer };
}

function inBytes(res: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const stream = res as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

const textOf = (pdf: Buffer): string =>
  toldIn(pdf)
    .map(({ text }) => text)
    .join('\n');

const task = (name = 'Måling av blodtrykk') => world.task(name, { LE: true });

describe('the letter of a delegation', () => {
  it('is a tagged PDF in which everything is told, or is told to be no part of it', async () => {
    const { id } = await world.delegated(lege, hege, (await task()).id);
    const { headers, pdf } = await letterOf(hege.client, id);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="delegasjonsfullmakt-${id}.pdf"`,
      'content-length': String(pdf.length),
      'cache-control': 'no-store',
    });
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const heads = headsOf(pdf);
    for (const said of [
      '/Marked true',
      '/Lang (nb-NO)',
      '/Type /StructTreeRoot',
      '/DisplayDocTitle true',
      '/Tabs /S',
    ])
      expect(heads).toContain(said);
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(new Set(structureOf(pdf))).toEqual(
      new Set(['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody']),
    );
    const told = toldIn(pdf);
    expect(told.filter(({ tag }) => tag === null)).toEqual([]);
    expect(told.map(({ text }) => text).join('')).not.toContain('\u{fffd}');
    expect(told[0]).toEqual({ tag: 'H1', text: 'Delegasjonsfullmakt' });
    // The fonts lie in the file: every sign is the same on every machine.
    expect(heads.match(/\/FontFile2 /g)?.length).toBe(2);
  });

  it('says who left what to whom, with æ, ø, å and Sámi letters as they are', async () => {
    const { id } = await world.delegated(lege, hege, (await task()).id, { conditions: 'Bare på hverdager.' });
    const { pdf } = await letterOf(lege.client, id);
    const text = textOf(pdf);
    expect(text).toContain('GJELDER');
    expect(text).toContain(
      'Åse Ærlig Løge (lege) overlater oppgaven «Måling av blodtrykk» til Heđđá Čáhppes (helsesekretær)',
    );
    expect(text).toContain('Prøvekontoret');
    expect(text).toContain('Bare på hverdager.');
    expect(text).toContain('aldri delegeres videre');
    expect(text).toMatch(/Side 1 av \d/);
  });

  it('carries its receipt, which the command verifies', async () => {
    const { id } = await world.delegated(lege, hege, (await task()).id);
    const { pdf } = await letterOf(hege.client, id);
    const { 'kvittering.tlog-proof': receipt = '' } = attachedTo(pdf);
    const { receipt: given } = await hege.client.read(`delegations/${id}`);
    expect(receipt).toBe(given);
    const { vkeys } = await world.manager.read('log/checkpoint');
    const folder = mkdtempSync(join(tmpdir(), 'fullmakt-letter-'));
    const path = join(folder, 'kvittering.tlog-proof');
    writeFileSync(path, receipt);
    const verify = ['dist/src/cli/fullmakt.js', 'verify', path, '--vkey', vkeys[0]];
    const { exit, out } = await ran(process.execPath, verify, process.cwd());
    rmSync(folder, { recursive: true });
    expect([exit, out.slice(0, 3)]).toEqual([0, 'OK:']);
    const [, number = ''] = /nummer (\d+)/.exec(out) ?? [];
    const told = toldIn(pdf);
    const label = told.findIndex(({ text }) => text === 'Oppføring nummer');
    expect(told[label + 1]).toEqual({ tag: 'TD', text: number });
  });

  it('is in nynorsk or English when that is asked for, and says so to a screen reader', async () => {
    const { id } = await world.delegated(lege, hege, (await task()).id);
    const nn = (await letterOf(hege.client, id, '?lang=nn')).pdf;
    expect(textOf(nn)).toContain('Ei delegert oppgåve kan aldri delegerast vidare.');
    expect(headsOf(nn)).toContain('/Lang (nn-NO)');
    const en = (await letterOf(hege.client.with({ 'Accept-Language': 'en' }), id)).pdf;
    expect(textOf(en)).toContain('IN FORCE');
    expect(headsOf(en)).toContain('/Lang (en-GB)');
    expect((await hege.client.get(`delegations/${id}/letter?lang=se`)).status).toBe(400);
  });

  it('of a proposal, or of one that has ended, says that it gives no right', async () => {
    const proposal = await lege.client.make('delegations', world.proposal((await task()).id, hege.id));
    expect(textOf((await letterOf(hege.client, proposal.id)).pdf)).toContain('FORSLAG – gjelder ikke');
    const { id } = await world.delegated(lege, hege, (await task('Sårstell')).id);
    await world.manager.make(`delegations/${id}/revocation`, { reason: 'Rutinen er endret.' });
    const ended = textOf((await letterOf(hege.client, id)).pdf);
    expect(ended).toContain('OPPHØRT');
    expect(ended).toContain('Begrunnelse: Rutinen er endret.');
    expect(ended).not.toContain('overlater oppgaven');
  });
});

describe('titles on a letter (helsepersonelloven § 74)', () => {
  it('are never those of somebody who has lost the authorisation by then', async () => {
    const siri = await world.colleague('Siri Vikar', 'X-MS');
    const { id } = await world.delegated(lege, siri, (await task()).id);
    const text = textOf((await letterOf(siri.client, id)).pdf);
    expect(text).toContain('Siri Vikar, medisinsk sekretær');
    expect(text).not.toMatch(/Siri Vikar.*helsesekretær/);
  });

  it('are those of the last moment a delegation stood, once it has ended', async () => {
    const reason = 'Rutinen er endret.';
    const before = await world.delegated(lege, hege, (await task()).id);
    const after = await world.delegated(lege, hege, (await task('Sårstell')).id);
    const textOfAfter = async () => textOf((await letterOf(world.manager, after.id)).pdf);
    expect(await textOfAfter()).toContain('Heđđá Čáhppes, helsesekretær');
    await clock.later(hour, () => lege.client.make(`delegations/${before.id}/revocation`, { reason }));
    const [held] = (await world.manager.read(`people/${hege.id}`)).authorisations;
    const validFrom = new Date(clock.now() + 2 * hour).toISOString();
    await world.manager.make(`authorisations/${held.id}/reactions`, {
      kind: 'suspension',
      validFrom,
      note: 'Suspendert.',
    });
    await clock.later(3 * hour, async () => {
      const stands = await textOfAfter();
      expect(stands).toContain('GJELDER');
      expect(stands).not.toMatch(/Čáhppes.*helsesekretær/);
      await lege.client.make(`delegations/${after.id}/revocation`, { reason });
    });
    await clock.later(4 * hour, async () => {
      const ended = await textOfAfter();
      expect(ended).toContain('OPPHØRT');
      expect(ended).not.toMatch(/Čáhppes.*helsesekretær/);
      const { pdf } = await letterOf(world.manager, before.id);
      expect(textOf(pdf)).toContain('Heđđá Čáhppes, helsesekretær');
    });
  });
});

describe('who may have it', () => {
  it('whoever may read the delegation, and nobody else', async () => {
    const other = await world.colleague('Per Person', 'SP');
    const { id } = await world.delegated(lege, hege, (await task()).id);
    for (const reader of [lege.client, hege.client, world.manager]) await letterOf(reader, id);
    expect((await other.client.get(`delegations/${id}/letter`)).status).toBe(403);
    const elsewhere = await World.create(testApp);
    expect((await elsewhere.manager.get(`delegations/${id}/letter`)).status).toBe(404);
  });

  it('an auditor, whose look-up is in the log before the letter is', async () => {
    const { id } = await world.delegated(lege, hege, (await task()).id);
    const auditor = await world.login('Tiril Tilsyn', undefined, ['auditor']);
    await letterOf(auditor, id);
    const { items } = await world.manager.read('log?type=auditor.looked-up');
    expect(items.at(-1)).toMatchObject({
      subjects: [id],
      payload: { operation: 'getDelegationLetter', status: 200, params: { id } },
    });
  });
});

describe('texts that nobody thought of', () => {
  it('are shown: what the font has no sign for by its number, and what goes over many pages on each of them', async () => {
    const long = 'Ord på ord i en lang vurdering. '.repeat(120).trim();
    const more = {
      assessment: {
        taskNature: long,
        qualifications: `${long} 😀 العربية`,
        followUp: `Fulgt opp hver måned. ${'x'.repeat(3000)}`,
      },
      conditions: `<b>&amp;</b> ]]> (paren) \\ ${unique()}\r\nNy linje\tmed tab`,
    };
    const { id } = await world.delegated(lege, hege, (await task('<A> & "B" (C)')).id, more);
    const { pdf } = await letterOf(hege.client, id);
    const told = toldIn(pdf);
    expect(told.filter(({ tag }) => tag === null)).toEqual([]);
    const text = told.map((piece) => piece.text).join('\n');
    expect(text).not.toContain('\u{fffd}');
    expect(text).toContain('[U+1F600] [U+0627]');
    expect(text).toContain(`${more.conditions.slice(0, 20)}`);
    const whole = told.flatMap((piece) => (piece.tag === 'Artifact' ? [] : piece.text)).join(' ');
    expect(whole.match(/Ord på ord i en lang vurdering\./g)?.length).toBe(240);
    const xml = /<\?xpacket begin.*<\?xpacket end/s.exec(pdf.toString('latin1'))?.[0] ?? '';
    expect(xml).toContain('Delegasjonsfullmakt:');
    expect(xml).not.toMatch(/<A>|& /);
    const pages = told.filter(({ tag, text: foot }) => tag === 'Artifact' && foot.includes('Side'));
    expect(pages.length).toBeGreaterThan(2);
  });
});
