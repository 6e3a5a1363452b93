import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import type { AddEvidence, EraseEvidence, EvidenceQuery, EvidenceView } from './evidence.dto.js';
import { refusalsToEraseEvidence } from './evidence.rules.js';
import { evidenceFound, evidenceOf, evidenceToRead } from './evidence.view.js';
import { addEvidence, mediaTypeOf } from './new-evidence.js';

/** How much of a file is in memory at once on its way out. */
const pieceSize = 1024 * 1024;

/** The files that a competence record rests on: added, never changed, and handed out as they came. */
@Injectable()
export class EvidenceService {
  constructor(private readonly tenant: Tenant) {}

  add(recordId: string, { file }: AddEvidence, by: By): Promise<EvidenceView> {
    const mediaType = mediaTypeOf(file);
    const attempt = { noun: 'evidence', act: 'add', subjects: [recordId], command: { recordId, file } };
    return this.tenant.act(by, attempt, async (tx) => {
      const id = await addEvidence(tx, recordId, file, mediaType);
      return (await evidenceFound(tx, id)).view;
    });
  }

  list(recordId: string, query: EvidenceQuery, by: By): Promise<Page<EvidenceView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[number]>(['integer']) ?? [0];
      const found = await evidenceOf(tx, recordId, after, query.limit + 1);
      const { items, nextCursor } = page(found, query.limit, ({ position }) => [position]);
      return { items: items.map(({ view }) => view), nextCursor };
    });
  }

  get(id: string, by: By): Promise<EvidenceView> {
    return this.tenant.read(by, (tx) => evidenceToRead(tx, id));
  }

  /** 410 where the bytes have been erased. No connection is held for whoever reads slowly: each piece is asked for by itself. */
  async content(id: string, by: By): Promise<{ view: EvidenceView; stream: Readable }> {
    const { view, first } = await this.tenant.read(by, async (tx) => {
      const view = await evidenceToRead(tx, id);
      if (view.erased) throw new Problem('content-erased');
      return { view, first: await pieceOf(tx, id, 0) };
    });
    return { view, stream: Readable.from(this.pieces(id, first, view.size, by), { objectMode: false }) };
  }

  /** The bytes go; name, size, hash and who had it done stay. */
  erase(id: string, { reason }: EraseEvidence, by: By): Promise<EvidenceView> {
    const command = { evidenceId: id, reason };
    const attempt = { noun: 'evidence', act: 'erase', subjects: [id], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const { view, personId } = await evidenceFound(tx, id);
      const refusals = refusalsToEraseEvidence(view.erased !== null);
      if (refusals.length > 0) throw new Refused(refusals);
      await tx.rows(eraseSql, [tx.clinicId, id, new Date(tx.now), actorOf(by), by.personId, reason]);
      tx.log('evidence.erased', [id, view.recordId, personId], { id, reason });
      return (await evidenceFound(tx, id)).view;
    });
  }

  private async *pieces(id: string, first: Buffer, size: number, by: By): AsyncGenerator<Buffer> {
    yield first;
    for (let from = first.length; from < size; from += pieceSize)
      yield await this.tenant.read(by, (tx) => pieceOf(tx, id, from));
  }
}

/** An error where it has been erased meanwhile: half a file must not look like a whole one. */
async function pieceOf(tx: Tx, id: string, from: number): Promise<Buffer> {
  const row = await tx.one<{ piece: Buffer }>(
    'select substr(content, $2, $3) piece from evidence_content where evidence_id = $1',
    [id, from + 1, pieceSize],
  );
  if (!row) throw new Problem('content-erased');
  return row.piece;
}

const eraseSql = `
  insert into evidence_erasure (clinic_id, evidence_id, at, actor_id, person_id, reason) values ($1, $2, $3, $4, $5, $6)`;
