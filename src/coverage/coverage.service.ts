import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AreaCode } from '../catalogue/catalogue.types.js';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import type { Period } from '../law/period.js';
import type { By } from '../session/by.js';
import type { CoverageQuery, CoverageView, CoveredView } from './coverage.dto.js';
import {
  type CoverageDay,
  type Covered,
  coverageDays,
  coverageOf,
  type Worker,
  weakestFirst,
  workerOf,
} from './coverage.rules.js';
import { type Workforce, workforceAt } from './workforce.loader.js';

/** How well the clinic is covered: how many may do each task on each weekday, and what hangs on one person. */
@Injectable()
export class CoverageService {
  constructor(private readonly tenant: Tenant) {}

  /** The database is let go before the week is reckoned. */
  async get(query: CoverageQuery, by: By): Promise<CoverageView> {
    const { at, days, workforce } = await this.tenant.read(by, async (tx) => {
      const moment = query.at ? instantOf(query.at) : tx.now;
      const week = coverageDays(moment);
      const wanted = { engaged: spanOf(week), area: query.area ?? null, personId: null };
      return { at: moment, days: week, workforce: await workforceAt(tx, moment, wanted) };
    });
    const workers = workersOf(workforce, days);
    const tasks = await this.covered(workforce, workers, days);
    return {
      at: new Date(at).toISOString(),
      days: days.map(({ weekday, date }, i) => {
        return { weekday, date, working: workers.filter(({ works }) => works[i]).length };
      }),
      people: [...workforce.people],
      tasks,
    };
  }

  /** Others are served between one task and the next. */
  private async covered(
    { taskIds, facts, people }: Workforce,
    workers: readonly Worker[],
    days: readonly CoverageDay[],
  ): Promise<CoveredView[]> {
    const found: { covered: Covered; view: CoveredView }[] = [];
    for (const id of taskIds) {
      const task = facts.tasks.get(id);
      if (!task) continue;
      const covered = coverageOf(task, workers, days);
      const onlyOne = covered.onlyOne === null ? null : (people[covered.onlyOne] ?? null);
      const { name, area } = task;
      found.push({
        covered,
        view: coveredView({ id, name, area: area as AreaCode }, covered, onlyOne, days),
      });
      await othersTurn();
    }
    return found.sort((a, b) => weakestFirst(a.covered, b.covered)).map(({ view }) => view);
  }
}

/** From the first moment to the last. */
const spanOf = (days: readonly CoverageDay[]): Period => ({
  from: Math.min(...days.map(({ moment }) => moment)),
  to: Math.max(...days.map(({ moment }) => moment)),
});

const workersOf = ({ people, facts, workingDays }: Workforce, days: readonly CoverageDay[]): Worker[] =>
  people.flatMap(({ id }) => {
    const person = facts.people.get(id);
    return person ? [workerOf(person, workingDays.get(id) ?? [], days)] : [];
  });

const coveredView = (
  task: CoveredView['task'],
  { singlePoint, nobody, may }: Covered,
  onlyOne: CoveredView['onlyOne'],
  days: readonly CoverageDay[],
): CoveredView => ({
  task,
  singlePoint,
  onlyOne,
  nobody: [...nobody],
  days: days.map(({ weekday }, i) => {
    const allowed = may[i] ?? [];
    return { weekday, count: allowed.length, people: [...allowed] };
  }),
});
