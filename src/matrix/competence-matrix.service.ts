import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import type { TaskFacts } from '../decision/decision.facts.js';
import { contains } from '../law/period.js';
import type { By } from '../session/by.js';
import type { CompetenceMatrixView } from './competence-matrix.dto.js';
import { knownCompetences } from './competence-matrix.known.js';
import { type Competences, competencesAt, type LoadedCompetence } from './competence-matrix.loader.js';
import { askedOfPerson, type Holding, holdingsOf } from './competence-matrix.rules.js';
import { competenceMatrixView } from './competence-matrix.view.js';
import type { MatrixQuery } from './matrix.dto.js';
import type { Member, Subjects } from './matrix.loader.js';
import { type Asked, askedBy, subjectsOf } from './matrix.subjects.js';

/** Somebody who is engaged at the moment, and what they master, should, or say that they do. */
interface CompetenceRow {
  readonly member: Member;
  readonly holdings: readonly Holding[];
}

/** People × competences at a moment. */
export interface CompetenceMatrix {
  readonly at: number;
  readonly knownAt: number | null;
  /** By name. */
  readonly competences: readonly LoadedCompetence[];
  readonly rows: readonly CompetenceRow[];
}

/** Who masters what, what runs out, and what is missing. */
@Injectable()
export class CompetenceMatrixService {
  constructor(private readonly tenant: Tenant) {}

  async get(query: MatrixQuery, by: By): Promise<CompetenceMatrixView> {
    return competenceMatrixView(await this.matrix(query, by), by.language);
  }

  matrix(query: MatrixQuery, by: By): Promise<CompetenceMatrix> {
    return this.tenant.read(by, async (tx) => reckoned(await load(tx, query), query));
  }
}

interface Loaded extends Asked {
  readonly subjects: Subjects;
  readonly competences: Competences;
}

async function load(tx: Tx, query: MatrixQuery): Promise<Loaded> {
  const asked = await askedBy(tx, query, true);
  const { at } = asked.wanted;
  const subjects = await subjectsOf(tx, asked);
  const competences = asked.known
    ? knownCompetences(asked.known.state, at)
    : await competencesAt(tx, subjects.personIds, at);
  return { ...asked, subjects, competences };
}

/** Others are served between one person and the next. */
async function reckoned(
  { wanted: { at }, known, subjects, competences }: Loaded,
  query: MatrixQuery,
): Promise<CompetenceMatrix> {
  const shown = columnsOf(subjects.tasks, at, query);
  const isNarrowed = query.area !== undefined || query.competenceId !== undefined;
  const rows: CompetenceRow[] = [];
  for await (const { member, person, held } of subjects.people) {
    const asked = askedOfPerson(person, held, subjects.tasks, at);
    const all = holdingsOf(person, asked, competences.claims.get(member.id) ?? [], at);
    const holdings = isNarrowed ? all.filter(({ competenceId }) => shown.has(competenceId)) : all;
    for (const { competenceId } of holdings) shown.add(competenceId);
    rows.push({ member, holdings });
    await othersTurn();
  }
  const columns = competences.list.filter(({ id }) => shown.has(id));
  return { at, knownAt: known?.at ?? null, rows, competences: columns };
}

/** What the tasks require, and of it only the one that is asked for; by itself that one is shown whatever requires it. */
function columnsOf(
  tasks: readonly TaskFacts[],
  at: number,
  { area, competenceId }: MatrixQuery,
): Set<string> {
  const required = requiredAt(tasks, at);
  if (competenceId === undefined) return required;
  return new Set(area === undefined || required.has(competenceId) ? [competenceId] : []);
}

const requiredAt = (tasks: readonly TaskFacts[], at: number): Set<string> =>
  new Set(
    tasks
      .flatMap(({ requirements }) => requirements.filter(({ valid }) => contains(valid, at)))
      .flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId)),
  );
