import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Tenant } from '../../database/tenant.js';
import type { Tx } from '../../database/tx.js';
import { instantOf } from '../../http/instant.js';
import { Problem } from '../../http/problem.js';
import { dayInOslo } from '../../law/oslo.js';
import { type By, handOut } from '../../session/by.js';
import { aboutText } from '../bundle/about.js';
import {
  aboutFile,
  checkpointFile,
  checkpointsFile,
  entriesFile,
  keysFile,
  rangeFile,
  summaryFile,
} from '../bundle/files.js';
import { nodesAfter, nodesBefore, type Range, rangeText } from '../bundle/range.js';
import { summaryAbout } from '../bundle/summary-check.js';
import { openCheckpoint } from '../checkpoint.js';
import { hashesAt, lastCheckpoint, type StoredCheckpoint } from '../proofs.js';
import { SigningKeys } from '../signing-keys.js';
import { Archive } from './bundle.archive.js';
import { catalogueJson, rulesJson, verifier } from './bundle.in-force.js';
import { BundleReader } from './bundle.reader.js';
import { readme } from './bundle.readme.js';
import { Folded } from './bundle.summary.js';
import type { ExportQuery } from './export.dto.js';

/** What of the log goes out, as it was decided in one snapshot. */
interface Plan {
  readonly clinic: string;
  readonly origin: string;
  /** The moment the summary answers for. */
  readonly at: number;
  /** Null for the whole log. */
  readonly part: { readonly range: Range; readonly checkpoint: StoredCheckpoint } | null;
}

/** The auditor's bundle: the log in one zip, with all it takes to check it without us. */
@Injectable()
export class BundleService {
  private readonly logger = new Logger('log');

  constructor(
    private readonly tenant: Tenant,
    private readonly keys: SigningKeys,
  ) {}

  /** Nothing of it is held in memory but what the summary needs. 404 where no checkpoint has been signed yet. */
  async bundle(query: ExportQuery, by: By): Promise<{ stream: Readable; fileName: string }> {
    const plan = await this.tenant.read(by, (tx) => this.plan(tx, query));
    const archive = new Archive();
    // What fails once the answer has begun ends it: a zip without its end is no zip.
    this.write(archive, plan, by).catch((error: Error) => {
      if (!archive.stream.destroyed) this.logger.error(error);
      archive.fail(error);
    });
    return { stream: archive.stream, fileName: fileNameOf(plan) };
  }

  private async plan(tx: Tx, { from, to, at }: ExportQuery): Promise<Plan> {
    const checkpoint = await lastCheckpoint(tx);
    if (!checkpoint) throw new Problem('not-found');
    handOut(tx.by, checkpoint);
    const clinic = await tx.one<{ name: string }>('select name from clinic where id = $1', [tx.clinicId]);
    const origin = checkpoint.note.slice(0, checkpoint.note.indexOf('\n'));
    const moment = at === undefined ? tx.now : instantOf(at);
    const whole = { clinic: clinic?.name ?? '', origin, at: moment, part: null };
    if (from === undefined && to === undefined) return whole;
    return { ...whole, part: { range: await rangeOf(tx, { from, to }, checkpoint.size), checkpoint } };
  }

  private async write(archive: Archive, { clinic, origin, at, part }: Plan, by: By): Promise<void> {
    const reader = new BundleReader(this.tenant, by, part?.range ?? { first: 0, end: Infinity });
    const folded = new Folded();
    archive.add('LESMEG.txt', readme(clinic, part !== null));
    archive.add('verify.mjs', verifier());
    archive.add(keysFile, `${this.keys.vkeysOf(origin).join('\n')}\n`);
    archive.add('catalogue.json', catalogueJson());
    archive.add('rules.json', rulesJson());
    if (part) reader.checkpoint = part.checkpoint;
    await archive.addPieces(entriesFile, reader.lines(part ? () => undefined : folded.see));
    const note = reader.checkpoint?.note ?? '';
    archive.add(checkpointFile, note);
    await archive.addPieces(checkpointsFile, reader.checkpoints());
    if (part) archive.add(rangeFile, rangeText(part.range));
    const checkpoint = openCheckpoint(note, { origin, keys: this.keys.keysOf(origin) });
    const page =
      part || 'rejected' in checkpoint ? null : await folded.page(summaryAbout(by.clinicId, checkpoint, at));
    if (page) {
      archive.add(aboutFile, aboutText(at));
      await archive.addPieces(summaryFile, page);
    }
    archive.end();
  }
}

/** The entries of a period, from the first to the last: a clock may have been set back, so others may stand between them. */
async function rangeOf(tx: Tx, { from, to }: Pick<ExportQuery, 'from' | 'to'>, size: number): Promise<Range> {
  const span = await tx.one<{ first: string | null; last: string | null }>(spanSql, [
    tx.clinicId,
    from === undefined ? null : new Date(instantOf(from)),
    to === undefined ? null : new Date(instantOf(to)),
    size,
  ]);
  const first = Number(span?.first ?? size);
  const end = span?.last ? Number(span.last) + 1 : first;
  const after = nodesAfter(end, size);
  const before = nodesBefore(first);
  const hashes = await hashesAt(tx, [...before, ...after]);
  return {
    first,
    end,
    size,
    before: hashes.slice(0, before.length),
    after: after.map((node, i) => ({ ...node, hash: hashes[before.length + i] ?? new Uint8Array() })),
  };
}

const spanSql = `
  select min(seq) first, max(seq) last from (
    select seq from log_entry where clinic_id = $1 and seq < $4
      and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3) offset 0) within`;

/** Plain letters only: what a header, a file system and a zip program all take. */
function fileNameOf({ clinic, at }: Plan): string {
  const letters = clinic.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a');
  const slug = letters
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `fullmakt-${slug || 'logg'}-${dayInOslo(at)}.zip`;
}
