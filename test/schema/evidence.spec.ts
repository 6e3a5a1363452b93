import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { judgementOf } from '../../src/evidence/content.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { jpeg, pdf, png } from '../support/files.js';
import { type Colleague, day, unique, World } from '../support/world.js';
import { Attacker } from './attack.js';

let testApp: TestApp;
let world: World;
let other: World;
let hege: Colleague;
let sql: Attacker;
let owner: Attacker;
let recordId: string;

beforeAll(async () => {
  testApp = await startApp();
  world = await World.create(testApp);
  other = await World.create(testApp);
  hege = await world.colleague('Hege', 'HE');
  sql = await Attacker.as(testApp.urls.app, world.clinicId);
  owner = await Attacker.as(testApp.urls.owner, world.clinicId);
});
afterAll(async () => {
  await sql.close();
  await owner.close();
  await testApp.close();
});
beforeEach(async () => {
  recordId = await claimed(world, hege);
});

type Statement = [string, ...unknown[]];

async function claimed(at: World, { id, client }: Colleague): Promise<string> {
  const { id: competenceId } = await at.manager.make('competences', { name: unique(), kind: 'course' });
  const body = { competenceId, achievedOn: day(-10), evidence: { source: 'Kursbevis' } };
  return (await client.make(`people/${id}/competence-records`, body)).id;
}

interface Told {
  id?: string;
  clinicId?: string;
  record?: string;
  position?: number;
  name?: string;
  mediaType?: string;
  size?: number;
  sha256?: Buffer;
  by?: string | null;
  actor?: string;
  bytes?: Buffer;
}

const sum = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const fresh = (): Buffer => pdf({ objects: `% ${unique()}\n` });

const said = ({ bytes = fresh(), ...told }: Told = {}): Statement => [
  `insert into evidence (clinic_id, id, record_id, position, name, media_type, size, sha256, actor_id, uploaded_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $10, $9, now())`,
  told.clinicId ?? world.clinicId,
  told.id ?? randomUUID(),
  told.record ?? recordId,
  told.position ?? 1,
  told.name ?? 'bevis.pdf',
  told.mediaType ?? 'application/pdf',
  told.size ?? bytes.length,
  told.sha256 ?? sum(bytes),
  told.by === undefined ? world.managerId : told.by,
  told.actor ?? (told.by === undefined ? world.managerId : (told.by ?? world.clinicId)),
];

const content = (id: string, bytes: Buffer, clinicId = world.clinicId): Statement => [
  'insert into evidence_content (clinic_id, evidence_id, content) values ($1, $2, $3)',
  clinicId,
  id,
  bytes,
];

const whole = ({ id = randomUUID(), bytes = fresh(), ...told }: Told = {}): Statement[] => [
  said({ id, bytes, ...told }),
  content(id, bytes, told.clinicId),
];

const erasure = (id: string, reason = 'Feil person.', clinicId = world.clinicId): Statement => [
  `insert into evidence_erasure (clinic_id, evidence_id, at, actor_id, reason) values ($1, $2, now(), $1, $3)`,
  clinicId,
  id,
  reason,
];

/** A file that came through the front door. */
async function kept(): Promise<{ id: string; sha256: string }> {
  return hege.client.sendFile(`competence-records/${recordId}/evidence`, {
    name: 'bevis.pdf',
    bytes: fresh(),
  });
}

const contents = async (id: string): Promise<number> =>
  (await sql.rows('select from evidence_content where evidence_id = $1', id)).length;

describe('a file', () => {
  it('is what is said of it', async () => {
    expect(await sql.refusedBy(whole())).toBe('');
  });

  const [one, two] = [fresh(), fresh()];
  it.each([
    ['of other bytes than its hash', { bytes: one, sha256: sum(two) }, 'evidence_as_told'],
    ['of another size', { bytes: one, size: one.length + 1 }, 'evidence_as_told'],
    ['of another kind', { bytes: one, mediaType: 'image/png' }, 'evidence_as_told'],
    ['that is a web page', { bytes: Buffer.from('<html>') }, 'evidence_as_told'],
    ['of a kind that is not taken', { mediaType: 'text/html' }, 'evidence_media_type_check'],
    ['that is empty', { bytes: Buffer.alloc(0), size: 0 }, 'evidence_too_large'],
    ['of more than 10 MB', { size: 10_485_761 }, 'evidence_too_large'],
    ['without a name', { name: '' }, 'evidence_name_check'],
    ['with a name of two lines', { name: 'a\nb.pdf' }, 'evidence_name_check'],
    ['in no place', { position: 0 }, 'evidence_full'],
    ['in the eleventh place', { position: 11 }, 'evidence_full'],
    ['of no record', { record: randomUUID() }, 'evidence_clinic_id_record_id_fkey'],
  ] as [string, Told, string][])('is not one %s', async (_, told, constraint) => {
    expect(await sql.refusedBy(whole(told))).toBe(constraint);
  });

  it('comes with its bytes, all of them at once', async () => {
    const id = randomUUID();
    expect(await sql.refusedBy([said({ id })])).toBe('evidence_without_content');
    expect(await sql.refusedBy([content(id, fresh())])).toBe('evidence_as_told');
    const bytes = fresh();
    const [first, then] = [bytes.subarray(0, 50), bytes.subarray(50)];
    const halves: Statement[] = [said({ id, bytes }), content(id, first), content(id, then)];
    expect(await sql.refusedBy(halves)).toMatch(/^evidence_(as_told|content_pkey)$/);
  });

  it('has a place of its own, and stands once', async () => {
    const bytes = fresh();
    expect(await sql.refusedBy(whole({ bytes }))).toBe('');
    expect(await sql.refusedBy(whole())).toBe('evidence_clinic_id_record_id_position_key');
    expect(await sql.refusedBy(whole({ bytes, position: 2 }))).toBe('evidence_exists');
  });

  it('does not come without an entry in the log', async () => {
    expect(await sql.refusedBy(whole(), { logged: false })).toBe('act_without_entry');
  });

  it('is of the own clinic, from either side', async () => {
    const there = await claimed(other, await other.colleague('Olga', 'HE'));
    expect(await sql.refusedBy(whole({ clinicId: other.clinicId, record: there }))).toBe('42501');
    expect(await sql.refusedBy(whole({ record: there }))).toBe('evidence_clinic_id_record_id_fkey');
    const { id } = await kept();
    const outside = await Attacker.as(testApp.urls.app, other.clinicId);
    for (const table of ['evidence', 'evidence_content', 'evidence_erasure'])
      expect(await outside.rows(`select from ${table} where clinic_id = $1`, world.clinicId)).toEqual([]);
    expect(await outside.refusedBy([erasure(id)])).toBe('42501');
    await outside.close();
    expect(await contents(id)).toBe(1);
  });

  it('is of the same kind to the schema as to the rule', async () => {
    const files = [
      pdf(),
      jpeg(),
      png(),
      Buffer.from('GIF89a'),
      Buffer.from('%PDF'),
      Buffer.from('PK\x03\x04'),
    ];
    for (const bytes of files) {
      const judged = judgementOf(bytes);
      const mediaType = judged.endsWith('-file') ? 'application/pdf' : judged;
      const refused = await sql.refusedBy(whole({ bytes, mediaType, record: await claimed(world, hege) }));
      expect({ judged, refused }).toEqual({
        judged,
        refused: judged.endsWith('-file') ? 'evidence_as_told' : '',
      });
    }
  });
});

describe('a record takes no more', () => {
  it('of the person, when somebody has confirmed it', async () => {
    await world.manager.make(`competence-records/${recordId}/confirmation`);
    expect(await sql.refusedBy(whole({ by: hege.id }))).toBe('competence_record_not_claimed');
    expect(await sql.refusedBy(whole({ by: null, actor: hege.id }))).toBe('competence_record_not_claimed');
    expect(await sql.refusedBy(whole({ by: null }))).toBe('');
  });

  it('of a person who is not named, nor in another’s name', async () => {
    expect(await sql.refusedBy(whole({ by: null, actor: world.managerId }))).toBe('evidence_of_nobody');
    expect(await sql.refusedBy(whole({ by: world.managerId, actor: hege.id }))).toMatch(/^evidence_check/);
  });

  it.each(['rejection', 'withdrawal'])('after its %s', async (step) => {
    await world.manager.make(`competence-records/${recordId}/${step}`, { reason: 'Feil.' });
    for (const by of [hege.id, world.managerId, null])
      expect(await sql.refusedBy(whole({ by }))).toBe('competence_record_not_in_force');
  });
});

describe('nobody changes a file', () => {
  const changes: [string, string][] = [
    ['its name', `update evidence set name = 'x'`],
    ['its hash', `update evidence set sha256 = sha256('x')`],
    ['whose record it is of', 'update evidence set record_id = gen_random_uuid()'],
    ['its bytes', `update evidence_content set content = content || 'x'`],
    ['which file they are of', 'update evidence_content set evidence_id = gen_random_uuid()'],
    ['that it was', 'delete from evidence'],
    ['that its bytes are there', 'delete from evidence_content'],
    ['all files', 'truncate evidence, evidence_content, evidence_erasure'],
    ['all bytes', 'truncate evidence_content'],
  ];

  it.each(changes)('%s', async (_, change) => {
    const { id } = await kept();
    expect(await sql.refusedBy([[change]])).toBe('42501');
    expect(await owner.refusedBy([[change]])).toBe('evidence_immutable');
    expect(await contents(id)).toBe(1);
  });

  it('its bytes are not said to be others', async () => {
    const { id } = await kept();
    const lie = `insert into evidence_content (clinic_id, evidence_id, content, sha256) values ($1, $2, $3, sha256('x'))`;
    expect(await sql.refusedBy([[lie, world.clinicId, id, fresh()]])).toBe('428C9');
  });
});

describe('the bytes of a file go by an erasure', () => {
  it('with its reason and its entry, and do not come back', async () => {
    const { id } = await kept();
    expect(await sql.refusedBy([erasure(id)], { logged: false })).toBe('act_without_entry');
    expect(await sql.refusedBy([erasure(id, ' ')])).toBe('evidence_erasure_reason_check');
    expect(await contents(id)).toBe(1);
    const [{ content: bytes } = {}] = await sql.rows<{ content: Buffer }>(
      'select content from evidence_content where evidence_id = $1',
      id,
    );
    expect(await sql.refusedBy([erasure(id)])).toBe('');
    expect(await contents(id)).toBe(0);
    expect(await sql.refusedBy([content(id, bytes ?? fresh())])).toBe('evidence_erased');
    expect(await owner.refusedBy([content(id, bytes ?? fresh())])).toBe('evidence_erased');
    expect(await sql.rows('select from evidence where id = $1', id)).toHaveLength(1);
    expect(await sql.refusedBy([erasure(id)])).toBe('evidence_erased');
  });

  it('of a file that is there, once and for good', async () => {
    expect(await sql.refusedBy([erasure(randomUUID())])).toBe('evidence_erasure_clinic_id_evidence_id_fkey');
    const { id } = await kept();
    expect(await sql.refusedBy([erasure(id)])).toBe('');
    for (const change of [
      'delete from evidence_erasure',
      `update evidence_erasure set reason = 'x'`,
      'update evidence_erasure set evidence_id = gen_random_uuid()',
      'truncate evidence_erasure',
    ]) {
      expect(await sql.refusedBy([[change]])).toBe('42501');
      expect(await owner.refusedBy([[change]])).toBe('evidence_immutable');
    }
  });

  it('and of no other file with it', async () => {
    const [gone, stays] = [await kept(), await kept()];
    expect(await sql.refusedBy([erasure(gone.id)])).toBe('');
    expect([await contents(gone.id), await contents(stays.id)]).toEqual([0, 1]);
  });
});
