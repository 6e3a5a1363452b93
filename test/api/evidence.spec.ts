import { createHash } from 'node:crypto';
import type request from 'supertest';
import { largestFile } from '../../src/evidence/content.rules.js';
import { refusalTexts } from '../../src/law/refusal-texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { Client, type Json } from '../support/client.js';
import { jpeg, packed, pdf, png } from '../support/files.js';
import { type Colleague, day, unique, World } from '../support/world.js';
import { Footprints } from './footprint.js';

let testApp: TestApp;
let footprints: Footprints;
let world: World;
let hege: Colleague;

beforeAll(async () => {
  testApp = await startApp();
  footprints = await Footprints.open(testApp);
  world = await World.create(testApp);
  hege = await world.colleague('Hege', 'HE');
});
afterAll(async () => {
  await footprints.close();
  await testApp.close();
});

/** A record of a new competence, by whoever registers it: claimed by oneself, confirmed by a manager. */
async function record(by: Client = hege.client, personId = hege.id): Promise<Json> {
  const { id: competenceId } = await world.manager.make('competences', { name: unique(), kind: 'course' });
  const evidence = { source: 'Kursbevis' };
  return by.make(`people/${personId}/competence-records`, { competenceId, achievedOn: day(-10), evidence });
}

const send = (
  by: Client,
  recordId: string,
  bytes = fresh(),
  name = 'bevis.pdf',
  headers = {},
): request.Test =>
  by.call('post', `competence-records/${recordId}/evidence`).set(headers).attach('file', bytes, name);

/** Other bytes each time. */
const fresh = (): Buffer => pdf({ objects: `% ${unique()}\n` });

const added = async (by = hege.client, bytes = fresh(), name = 'bevis.pdf'): Promise<Json> =>
  by.sendFile(`competence-records/${(await record()).id}/evidence`, { name, bytes });

const download = (by: Client, id: string): request.Test =>
  by
    .get(`evidence/${id}/content`)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const codeOf = ({ status, body }: request.Response): [number, string] => [status, body.code];

describe('a file', () => {
  it.each([
    ['a pdf', pdf(), 'bevis.pdf', 'application/pdf'],
    ['a jpg', jpeg(), 'bevis.jpg', 'image/jpeg'],
    ['a png', png(), 'bevis.png', 'image/png'],
    ['a png by another name', png({ comment: 9 }), 'bevis.pdf', 'image/png'],
  ])('%s is kept and given back as it came', async (_, bytes, name, mediaType) => {
    const evidence = await added(hege.client, bytes, name);
    expect(evidence).toMatchObject({
      name,
      mediaType,
      size: bytes.length,
      sha256: hashOf(bytes),
      erased: null,
    });
    expect(evidence.addedBy).toEqual({ id: hege.id, name: 'Hege' });
    expect(await world.manager.read(`evidence/${evidence.id}`)).toEqual(evidence);
    const { status, headers, body } = await download(hege.client, evidence.id);
    expect(status).toBe(200);
    expect(bytes.equals(body)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      etag: `"${evidence.sha256}"`,
      'repr-digest': `sha-256=:${Buffer.from(evidence.sha256, 'hex').toString('base64')}:`,
    });
  });

  it('is downloaded by its own name, which ends as its bytes are', async () => {
    const names = ['Bevis på førstehjelp (æøå) «2026».pdf', 'bevis.exe', 'bevis.PDF', 'a"b\\c;d.pdf'];
    const told = [];
    for (const name of names) {
      const { id } = await added(hege.client, fresh(), name);
      told.push((await download(hege.client, id)).headers['content-disposition']);
    }
    expect(told).toEqual([
      `attachment; filename="Bevis pa forstehjelp (aeoa) _2026_.pdf"; filename*=UTF-8''Bevis%20p%C3%A5%20f%C3%B8rstehjelp%20%28%C3%A6%C3%B8%C3%A5%29%20%C2%AB2026%C2%BB.pdf`,
      `attachment; filename="bevis.exe.pdf"; filename*=UTF-8''bevis.exe.pdf`,
      `attachment; filename="bevis.PDF"; filename*=UTF-8''bevis.PDF`,
      `attachment; filename="c_d.pdf"; filename*=UTF-8''c%3Bd.pdf`,
    ]);
  });

  it('of 10 MB is taken, and comes back whole; of one byte more it is not', async () => {
    const { id: recordId } = await record();
    const bytes = pdf({ size: largestFile });
    const { status, body } = await send(hege.client, recordId, bytes);
    expect([status, body.size]).toEqual([201, 10_485_760]);
    const whole = await download(hege.client, body.id);
    expect(hashOf(whole.body)).toBe(hashOf(bytes));
    const larger = await send(hege.client, recordId, pdf({ size: largestFile + 1 }));
    expect(codeOf(larger)).toEqual([413, 'too-large']);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'unsupported-file'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unsupported-file'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unsupported-file'],
    ['half a pdf', pdf().subarray(0, 60), 'broken-file'],
    ['half a picture', png().subarray(0, 40), 'broken-file'],
    ['a pdf with a script', pdf({ objects: packed('<< /S /JavaScript >>') }), 'active-file'],
  ])('that is %s is refused, with what to do about it', async (_, bytes, code) => {
    const { id: recordId } = await record();
    const answer = await send(hege.client, recordId, bytes);
    expect(codeOf(answer)).toEqual([415, code]);
    expect(answer.body.detail).toMatch(/last opp .*Opplysninger om pasienter skal aldri være med\.$/);
    expect((await hege.client.read(`competence-records/${recordId}`)).evidenceFiles).toBe(0);
  });

  it('is not taken by what it is called or sent as', async () => {
    const { id: recordId } = await record();
    const sent = hege.client.call('post', `competence-records/${recordId}/evidence`);
    const answer = await sent.attach('file', Buffer.from('hei'), {
      filename: 'a.pdf',
      contentType: 'application/pdf',
    });
    expect(codeOf(answer)).toEqual([415, 'unsupported-file']);
  });

  it('has no identity number in its name', async () => {
    const { status, body } = await send(hege.client, (await record()).id, fresh(), 'Bevis 13097248022.pdf');
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/file', code: 'identity-number' }]]);
  });
});

describe('the files of a record', () => {
  it('are told in the order in which they came, page by page, and counted where the record is shown', async () => {
    const { id: recordId } = await record();
    const names = ['en.pdf', 'to.pdf', 'tre.pdf'];
    for (const name of names) expect((await send(hege.client, recordId, fresh(), name)).status).toBe(201);
    const first = await hege.client.read(`competence-records/${recordId}/evidence?limit=2`);
    const rest = await hege.client.read(
      `competence-records/${recordId}/evidence?limit=2&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...rest.items].map(({ name }: Json) => name)).toEqual(names);
    expect(rest.nextCursor).toBeNull();
    expect((await hege.client.read(`competence-records/${recordId}`)).evidenceFiles).toBe(3);
  });

  it('are ten at most, and none of them twice', async () => {
    const { id: recordId } = await record();
    const bytes = fresh();
    expect((await send(hege.client, recordId, bytes)).status).toBe(201);
    expect(codeOf(await send(hege.client, recordId, bytes, 'igjen.pdf'))).toEqual([409, 'evidence-exists']);
    for (let i = 2; i <= 10; i++) expect((await send(hege.client, recordId)).status).toBe(201);
    expect(codeOf(await send(hege.client, recordId))).toEqual([409, 'evidence-full']);
    const both = await send(hege.client, recordId, bytes);
    expect(both.body.refusals.map(({ code }: Json) => code)).toEqual(['evidence-exists', 'evidence-full']);
    expect(both.body.detail).toBe(refusalTexts['evidence-exists'].detail.nb);
  });

  it('sent at once are each put in its place', async () => {
    const { id: recordId } = await record();
    const answers = await Promise.all(Array.from({ length: 6 }, async () => send(hege.client, recordId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect((await hege.client.read(`competence-records/${recordId}/evidence`)).items).toHaveLength(6);
  });
});

describe('who adds a file, and when', () => {
  it('the person, until somebody has judged the record; a manager, while it may stand', async () => {
    const { id: recordId } = await record();
    expect((await send(hege.client, recordId)).status).toBe(201);
    await world.manager.make(`competence-records/${recordId}/confirmation`);
    expect(codeOf(await send(hege.client, recordId))).toEqual([409, 'competence-record-not-claimed']);
    expect((await send(world.manager, recordId)).status).toBe(201);
    await world.manager.make(`competence-records/${recordId}/withdrawal`, { reason: 'Feil.' });
    for (const by of [hege.client, world.manager])
      expect(codeOf(await send(by, recordId))).toEqual([409, 'competence-record-not-in-force']);
  });

  it('nobody to a record that was rejected', async () => {
    const { id: recordId } = await record();
    await world.manager.make(`competence-records/${recordId}/rejection`, { reason: 'Ikke vist.' });
    expect(codeOf(await send(hege.client, recordId))).toEqual([409, 'competence-record-not-in-force']);
    const { items } = await world.manager.read('log?type=evidence.refused&order=desc&limit=1');
    expect(items[0].payload).toMatchObject({
      act: 'add',
      command: { recordId, file: { name: 'bevis.pdf' } },
    });
  });

  it('no manager to a confirmed record of their own', async () => {
    const deputy = await world.colleague('Nina', 'HE');
    const manager = await world.login('Nina Leder', deputy.id, ['manager']);
    const { id: recordId } = await record(manager, deputy.id);
    expect((await send(manager, recordId)).status).toBe(201);
    await world.manager.make(`competence-records/${recordId}/confirmation`);
    expect(codeOf(await send(manager, recordId))).toEqual([409, 'competence-record-not-claimed']);
  });

  it('no colleague, and nobody of another clinic', async () => {
    const { id: recordId } = await record();
    const colleague = await world.colleague('Kari', 'HE');
    expect(codeOf(await send(colleague.client, recordId))).toEqual([403, 'forbidden']);
    const other = await World.create(testApp);
    expect(codeOf(await send(other.manager, recordId))).toEqual([404, 'not-found']);
  });

  it('a token of a manager, as nobody in person', async () => {
    const { token } = await world.manager.make('api-tokens', {
      name: 'Kurssystem',
      roles: ['manager'],
      expiresAt: day(30),
    });
    const system = new Client(testApp, { Authorization: `Bearer ${token}` });
    const { body } = await send(system, (await record()).id);
    expect(body).toMatchObject({ addedBy: null, name: 'bevis.pdf' });
  });

  it('once, however often it is asked with the same key; and no other file by that key', async () => {
    const { id: recordId } = await record();
    const [bytes, key] = [fresh(), { 'Idempotency-Key': unique() }];
    const first = await send(hege.client, recordId, bytes, 'bevis.pdf', key);
    const again = await send(hege.client, recordId, bytes, 'bevis.pdf', key);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const others: [Buffer, string][] = [
      [fresh(), 'bevis.pdf'],
      [bytes, 'annet.pdf'],
    ];
    for (const [other, name] of others)
      expect(codeOf(await send(hege.client, recordId, other, name, key))).toEqual([
        422,
        'idempotency-key-reused',
      ]);
    expect((await hege.client.read(`competence-records/${recordId}`)).evidenceFiles).toBe(1);
  });

  it('nobody without sign-in, and the form is not read', async () => {
    const { id: recordId } = await record();
    const answer = await send(new Client(testApp), recordId, Buffer.alloc(9_000_000));
    expect(codeOf(answer)).toEqual([401, 'unauthenticated']);
  });
});

describe('who reads a file', () => {
  const paths = ({ id, recordId }: Json) => [
    `competence-records/${recordId}/evidence`,
    `evidence/${id}`,
    `evidence/${id}/content`,
  ];
  const statuses = async (by: Client, evidence: Json): Promise<number[]> => {
    const found = [];
    for (const path of paths(evidence)) found.push((await by.get(path)).status);
    return found;
  };

  it('the person, managers and auditors; nobody else, and nobody elsewhere', async () => {
    const evidence = await added();
    const auditor = await world.login('Aud', undefined, ['auditor']);
    const administrator = await world.login('Ada', undefined, ['administrator']);
    const colleague = await world.colleague('Kari', 'HE');
    const other = await World.create(testApp);
    for (const by of [hege.client, world.manager, auditor])
      expect(await statuses(by, evidence)).toEqual([200, 200, 200]);
    for (const by of [administrator, colleague.client])
      expect(await statuses(by, evidence)).toEqual([403, 403, 403]);
    expect(await statuses(other.manager, evidence)).toEqual([404, 404, 404]);
  });

  it('whoever is to assess it, until it has been', async () => {
    const evidence = await added();
    const { competence } = await world.manager.read(`competence-records/${evidence.recordId}`);
    const assessor = await world.colleague('Anne', 'HE');
    expect(await statuses(assessor.client, evidence)).toEqual([403, 403, 403]);
    await world.manager.make(`people/${assessor.id}/competence-records`, {
      competenceId: competence.id,
      achievedOn: day(-20),
      evidence: { source: 'Kursbevis' },
    });
    expect(await statuses(assessor.client, evidence)).toEqual([200, 200, 200]);
    await assessor.client.make(`competence-records/${evidence.recordId}/confirmation`);
    expect(await statuses(assessor.client, evidence)).toEqual([403, 403, 403]);
  });

  it('an auditor’s look-up stands in the log when the file is there', async () => {
    const { id } = await added();
    const auditor = await world.login('Aud', undefined, ['auditor']);
    expect((await download(auditor, id)).status).toBe(200);
    const { items } = await world.manager.read('log?type=auditor.looked-up&order=desc&limit=1');
    expect(items[0]).toMatchObject({
      subjects: [id],
      payload: { operation: 'getEvidenceContent', status: 200, params: { id } },
    });
  });
});

describe('the log', () => {
  it('holds name, kind, size and hash of a file, and not its bytes', async () => {
    const words = `bare i filen ${unique()}`;
    const bytes = pdf({ objects: `% ${words}\n` });
    const evidence = await added(hege.client, bytes);
    const { items } = await world.manager.read(`log?type=evidence.added&order=desc&limit=1`);
    const { id, recordId, name, mediaType, size, sha256 } = evidence;
    expect(items[0].payload).toMatchObject({ id, recordId, position: 1, name, mediaType, size, sha256 });
    expect(items[0].subjects).toEqual(expect.arrayContaining([id, recordId, hege.id]));
    const hex = Buffer.from(words).toString('hex');
    expect(await footprints.placesOf(words, world.clinicId)).toEqual([]);
    expect(await footprints.placesOf(hex, world.clinicId)).toEqual(['evidence_content']);
  });
});

describe('erasing a file', () => {
  const because = { reason: 'Et pasientnavn stod på kursbeviset.' };
  const administrator = () => world.login('Ada Administrator', undefined, ['administrator']);

  it('takes the bytes and leaves what they were called, their hash, and who had it done and why', async () => {
    const words = `må bort ${unique()}`;
    const evidence = await added(hege.client, pdf({ objects: `% ${words}\n` }));
    const erased = await (await administrator()).make(`evidence/${evidence.id}/erasure`, because);
    expect(erased).toMatchObject({ ...evidence, erased: { ...because, by: null } });
    expect(await hege.client.read(`evidence/${evidence.id}`)).toEqual(erased);
    expect(codeOf(await hege.client.get(`evidence/${evidence.id}/content`))).toEqual([410, 'content-erased']);
    const hex = Buffer.from(words).toString('hex');
    expect(await footprints.placesOf(hex, world.clinicId)).toEqual([]);
    const { items } = await world.manager.read('log?type=evidence.erased&order=desc&limit=1');
    expect(items[0]).toMatchObject({
      payload: { id: evidence.id, ...because },
      actor: { name: 'Ada Administrator' },
    });
  });

  it('is done once, and the same bytes do not come back', async () => {
    const bytes = fresh();
    const { id, recordId } = await added(hege.client, bytes);
    const ada = await administrator();
    await ada.make(`evidence/${id}/erasure`, because);
    expect(await ada.refusedWith(`evidence/${id}/erasure`, because)).toEqual(['evidence-erased']);
    expect(codeOf(await send(hege.client, recordId, bytes))).toEqual([409, 'evidence-exists']);
    expect((await send(hege.client, recordId)).status).toBe(201);
    expect((await hege.client.read(`competence-records/${recordId}`)).evidenceFiles).toBe(2);
  });

  it('is for administrators, with a reason, and at the own clinic', async () => {
    const { id } = await added();
    const other = await World.create(testApp);
    expect(codeOf(await hege.client.post(`evidence/${id}/erasure`, because))).toEqual([403, 'forbidden']);
    expect(codeOf(await other.manager.post(`evidence/${id}/erasure`, because))).toEqual([404, 'not-found']);
    const { status, body } = await (await administrator()).post(`evidence/${id}/erasure`, { reason: ' ' });
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/reason', code: 'blank' }]]);
    expect((await download(hege.client, id)).status).toBe(200);
  });
});
