import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import type { PersonFacts, TaskFacts } from '../decision/decision.facts.js';
import { instantOf } from '../http/instant.js';
import { contains } from '../law/period.js';
import type { By } from '../session/by.js';
import type { CompetenceMatrixQuery, CompetenceMatrixView } from './competence-matrix.dto.js';
import { type Competences, competencesAt, type LoadedCompetence } from './competence-matrix.loader.js';
import { askedOfPerson, type Holding, holdingsOf } from './competence-matrix.rules.js';
import { competenceMatrixView } from './competence-matrix.view.js';
import { type Member, type Subjects, subjectsAt } from './matrix.loader.js';

/** Somebody who is engaged at the moment, and what they master, should, or say that they do. */
interface CompetenceRow {
  readonly member: Member;
  readonly person: PersonFacts;
  readonly holdings: readonly Holding[];
}

/** People × competences at a moment. */
export interface CompetenceMatrix {
  readonly at: number;
  /** By name. */
  readonly competences: readonly LoadedCompetence[];
  readonly rows: readonly CompetenceRow[];
}

/** Who masters what, what runs out, and what is missing. */
@Injectable()
export class CompetenceMatrixService {
  constructor(private readonly tenant: Tenant) {}

  async get(query: CompetenceMatrixQuery, by: By): Promise<CompetenceMatrixView> {
    return competenceMatrixView(await this.matrix(query, by), by.language);
  }

  /** The database is let go before anything is reckoned. */
  async matrix(query: CompetenceMatrixQuery, by: By): Promise<CompetenceMatrix> {
    const loaded = await this.tenant.read(by, (tx) => load(tx, query));
    return reckoned(loaded, query.area !== undefined);
  }
}

interface Loaded {
  readonly at: number;
  readonly subjects: Subjects;
  readonly competences: Competences;
}

async function load(tx: Tx, query: CompetenceMatrixQuery): Promise<Loaded> {
  const at = query.at ? instantOf(query.at) : tx.now;
  const { area = null, occupation = null } = query;
  const subjects = await subjectsAt(tx, { at, area, occupation, competenceId: null, all: false });
  const ids = subjects.people.map(({ id }) => id);
  return { at, subjects, competences: await competencesAt(tx, ids, at) };
}

/** Others are served between one person and the next. */
async function reckoned({ at, subjects, competences }: Loaded, ofArea: boolean): Promise<CompetenceMatrix> {
  const { people, taskIds, facts } = subjects;
  const tasks = taskIds.flatMap((id) => facts.tasks.get(id) ?? []);
  const shown = requiredAt(tasks, at);
  const rows: CompetenceRow[] = [];
  for (const member of people) {
    const person = facts.people.get(member.id);
    if (!person) continue;
    const asked = askedOfPerson(person, tasks, at);
    const all = holdingsOf(person, asked, competences.claims.get(member.id) ?? [], at);
    const holdings = ofArea ? all.filter(({ competenceId }) => shown.has(competenceId)) : all;
    for (const { competenceId } of holdings) shown.add(competenceId);
    rows.push({ member, person, holdings });
    await othersTurn();
  }
  return { at, rows, competences: competences.list.filter(({ id }) => shown.has(id)) };
}

const requiredAt = (tasks: readonly TaskFacts[], at: number): Set<string> =>
  new Set(
    tasks
      .flatMap(({ requirements }) => requirements.filter(({ valid }) => contains(valid, at)))
      .flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId)),
  );
