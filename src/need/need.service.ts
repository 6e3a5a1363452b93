import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { aboutLack } from '../competence/requirement.rules.js';
import { type Workforce, workforceAt } from '../coverage/workforce.loader.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import type { Language } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';
import { refusalView } from '../law/refusal-words.js';
import type { By } from '../session/by.js';
import type { NeedsQuery, NeedView } from './need.dto.js';
import { subjectsOf } from './need.loader.js';
import { horizonOf, inOrder, keyOf, type Need, type NeedKey, needsOf, type Subject } from './need.rules.js';

interface Loaded {
  readonly at: number;
  readonly workforce: Workforce;
  readonly subjects: ReadonlyMap<string, readonly Subject[]>;
  /** Everybody and every task that a need names. */
  readonly names: ReadonlyMap<string, string>;
}

/** Who lacks what now, what runs out and what it stops, and what waits for somebody: the clinic's work to come. */
@Injectable()
export class NeedService {
  constructor(private readonly tenant: Tenant) {}

  /** The database is let go before the needs are reckoned. */
  async list(query: NeedsQuery, by: By): Promise<Page<NeedView>> {
    const after = query.after<[number, number, string]>(['integer', 'integer', 'string']);
    const loaded = await this.tenant.read(by, (tx) => load(tx, query));
    const needs = await reckoned(loaded, query.area !== undefined);
    const keyed = needs.map((need) => ({ need, key: keyOf(need) })).sort((a, b) => inOrder(a.key, b.key));
    const left = after ? keyed.filter(({ key }) => inOrder(key, after) > 0) : keyed;
    const { items, nextCursor } = page(
      left.slice(0, query.limit + 1),
      query.limit,
      ({ key }): NeedKey => key,
    );
    return { items: items.map(({ need }) => needView(need, loaded.names, by.language)), nextCursor };
  }
}

async function load(tx: Tx, query: NeedsQuery): Promise<Loaded> {
  const { area = null, personId = null } = query;
  await mustExist(tx, 'person', [personId]);
  const at = query.at ? instantOf(query.at) : tx.now;
  const workforce = await workforceAt(tx, at, { engaged: { from: at, to: at }, area, personId });
  const subjects = await subjectsOf(tx, at, horizonOf(at), personId);
  const rows = await tx.rows<{ id: string; name: string }>(
    'select id, name from person where id = any($1) union all select id, name from task where id = any($2)',
    namedIn([...subjects.values()].flat()),
  );
  const { people, facts } = workforce;
  const known = [...people, ...facts.tasks.values(), ...rows];
  return { at, workforce, subjects, names: new Map(known.map(({ id, name }) => [id, name])) };
}

/** Delegators, and tasks that are no longer in use. */
const namedIn = (subjects: readonly Subject[]): [string[], string[]] => [
  subjects.flatMap(({ delegatorId }) => delegatorId ?? []),
  subjects.flatMap(({ taskId }) => taskId ?? []),
];

/** Others are served between one person and the next. */
async function reckoned({ at, workforce, subjects }: Loaded, ofArea: boolean): Promise<Need[]> {
  const { people, facts } = workforce;
  const tasks = [...facts.tasks.values()];
  const found: Need[] = [];
  for (const { id } of people) {
    const person = facts.people.get(id);
    if (person) found.push(...needsOf(person, subjects.get(id) ?? [], tasks, at));
    await othersTurn();
  }
  const concerns = ({ taskId, hits }: Need) =>
    hits.length > 0 || (taskId !== null && facts.tasks.has(taskId));
  return ofArea ? found.filter(concerns) : found;
}

const momentOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function needView(need: Need, names: ReadonlyMap<string, string>, language: Language): NeedView {
  const { kind, personId, taskId, delegatorId, lack, occupation, subjectId, within } = need;
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return {
    kind,
    person: { id: personId, name: names.get(personId) ?? '' },
    task: named(taskId),
    competences: [...need.competences],
    occupation: occupation as OccupationCode | null,
    delegator: named(delegatorId),
    refusal: lack && refusalView({ code: lack.code, about: aboutLack(lack) }, language),
    subjectId,
    at: momentOf(need.at),
    within,
    hits: need.hits.map((hit) => ({ taskId: hit, name: names.get(hit) ?? '' })),
  };
}
