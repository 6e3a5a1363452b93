import { type OpenedCheckpoint, openCheckpoint, type Trust } from '../../src/log/checkpoint.js';
import { readVkey } from '../../src/log/note.js';
import { openLogProof, whyNotConsistent } from '../../src/log/proof.js';
import { sameHash } from '../../src/log/tree.js';
import type { Json } from '../support/client.js';
import type { Act } from './acts.js';
import type { Place } from './installation.js';
import { type Answer, get, type Staff } from './staff.js';
import type { StoredEntry, StoredLog } from './stored-log.js';

/** How the rows that an act makes are counted, by the type of its entry. */
const rowsOf: Readonly<Record<string, string>> = {
  'person.registered': 'select id from person',
  'duty.assigned': 'select id from duty',
  'delegation.proposed': 'select id from delegation',
  'delegation.accepted': `select delegation_id id from delegation_step where kind = 'accepted'`,
};

/** An act is known by its type and by what its entry names first. */
const nameOf = ({ type, subjects }: StoredEntry): string => `${type} ${subjects[0]}`;

/** What somebody outside holds of a clinic: every answer, every receipt and every checkpoint it has ever given. */
export class Ledger {
  /** By type and subject, with the receipt where there is one. */
  private readonly told = new Map<string, string | undefined>();
  private readonly held: OpenedCheckpoint[] = [];

  private constructor(
    private readonly staff: Staff,
    /** The keys of the first day: a start that signs with another key would be found. */
    private readonly trust: Trust,
    /** Before any act was counted. */
    private readonly before: { readonly size: number; readonly rows: ReadonlyMap<string, number> },
  ) {}

  static async open(place: Place, staff: Staff, log: StoredLog): Promise<Ledger> {
    const { origin, vkeys }: { origin: string; vkeys: string[] } = await get(
      place.url,
      'log/checkpoint',
      staff.manager,
    );
    const keys = vkeys.map((vkey) => {
      const key = readVkey(vkey);
      if ('rejected' in key) throw new Error(`${vkey}: ${key.rejected}`);
      return key;
    });
    const ledger = new Ledger(
      staff,
      { origin, keys },
      { size: log.entries.length, rows: await rowCounts(place) },
    );
    await ledger.holdCheckpoint(place);
    return ledger;
  }

  types(): string[] {
    return [...new Set([...this.told.keys()].map((name) => name.split(' ')[0] ?? ''))].sort();
  }

  enter(acts: readonly { act: Act; answer: Answer }[]): void {
    for (const { act, answer } of acts) {
      const body: { id: string; receipt?: string } = JSON.parse(answer.text);
      this.told.set(`${act.type} ${act.about ?? body.id}`, body.receipt);
    }
  }

  /** Everything that was told and does not stand in the log exactly once, and everything that stands there and was never told. */
  async faults(place: Place, log: StoredLog): Promise<string[]> {
    return [
      ...log.faults,
      ...this.faultsOfActs(log),
      ...this.faultsOfReceipts(log),
      ...(await this.faultsOfRows(place)),
      ...(await this.faultsOfCheckpoints(place, log)),
    ];
  }

  private faultsOfActs(log: StoredLog): string[] {
    const since = log.entries.slice(this.before.size);
    const counts = new Map<string, number>();
    for (const entry of since) {
      const name = nameOf(entry);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const missing = [...this.told.keys()].filter((name) => !counts.has(name));
    const extra = [...counts].filter(([name, count]) => count > 1 || !this.told.has(name));
    return [
      ...missing.map((name) => `told and not in the log: ${name}`),
      ...extra.map(([name, count]) => `${count} times in the log: ${name}`),
    ];
  }

  private faultsOfReceipts(log: StoredLog): string[] {
    const places = new Map(log.entries.map((entry) => [nameOf(entry), entry]));
    return [...this.told].flatMap(([name, receipt]) => {
      const step = name.startsWith('delegation.') && !name.startsWith('delegation.refused');
      if (receipt === undefined) return step ? [`no receipt: ${name}`] : [];
      const entry = places.get(name);
      if (!entry) return [];
      const opened = openLogProof(receipt, entry.leaf, this.trust);
      if ('rejected' in opened) return [`receipt of ${name}: ${opened.rejected}`];
      const { size, root } = opened.checkpoint;
      const ours = log.roots[Number(size)];
      if (ours === undefined || !sameHash(root, ours))
        return [`receipt of ${name}: of another log at ${size}`];
      return opened.index === BigInt(entry.seq) ? [] : [`receipt of ${name}: entry ${opened.index}`];
    });
  }

  private async faultsOfRows(place: Place): Promise<string[]> {
    const counts = await rowCounts(place);
    return Object.keys(rowsOf).flatMap((type) => {
      const told = [...this.told.keys()].filter((name) => name.startsWith(`${type} `)).length;
      const found = (counts.get(type) ?? 0) - (this.before.rows.get(type) ?? 0);
      return found === told ? [] : [`${type}: ${found} rows of ${told} acts`];
    });
  }

  /** Each checkpoint that was ever given is of this log, by its entries and by the proof the product itself gives. */
  private async faultsOfCheckpoints(place: Place, log: StoredLog): Promise<string[]> {
    const now = await this.holdCheckpoint(place);
    const faults: string[] = [];
    if (Number(now.size) !== log.entries.length) faults.push(`checkpoint of ${now.size} entries`);
    for (const old of this.held) {
      const ours = log.roots[Number(old.size)];
      if (ours === undefined || !sameHash(old.root, ours))
        faults.push(`checkpoint ${old.size}: another root`);
      const { hashes }: { hashes: string[] } = await this.ask(
        place,
        `log/consistency?from=${old.size}&to=${now.size}`,
      );
      const why = whyNotConsistent(
        old,
        now,
        hashes.map((hash) => Buffer.from(hash, 'base64')),
      );
      if (why) faults.push(`checkpoint ${old.size} to ${now.size}: ${why}`);
    }
    return faults;
  }

  private async holdCheckpoint(place: Place): Promise<OpenedCheckpoint> {
    const { note }: { note: string } = await this.ask(place, 'log/checkpoint');
    const opened = openCheckpoint(note, this.trust);
    if ('rejected' in opened) throw new Error(`the checkpoint: ${opened.rejected}\n${note}`);
    this.held.push(opened);
    return opened;
  }

  private ask(place: Place, path: string): Promise<Json> {
    return get(place.url, path, this.staff.manager);
  }
}

/** One clinic lies in the database, so all rows are its own. */
async function rowCounts(place: Place): Promise<Map<string, number>> {
  const counts = Object.entries(rowsOf).map(async ([type, sql]) => {
    const [row] = await place.asked<{ count: string }>(`select count(distinct id) from (${sql}) r`);
    return [type, Number(row?.count)] as const;
  });
  return new Map(await Promise.all(counts));
}
