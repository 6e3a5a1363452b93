import type { PersonFacts, TaskFacts } from '../src/decision/decision.facts.ts';

/** One engagement, one right, 60 duties, 10 delegations; 70 tasks with three entitlements each. */
function realisticFacts(): { person: PersonFacts; tasks: TaskFacts[]; at: number } {
  const at = Date.parse('2026-11-22T08:00:00Z');
  const open = { from: Date.parse('2024-01-01T00:00:00Z'), to: Number.POSITIVE_INFINITY };
  const year = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2027-01-01T00:00:00Z') };
  const ids = Array.from({ length: 70 }, (_, i) => `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  const tasks = ids.map((id, i): TaskFacts => {
    const occupations = ['LE', 'SP', i < 60 ? 'HE' : 'TL'];
    return {
      id,
      clinical: i % 3 !== 0,
      requirements: [],
      entitlements: occupations.map((occupation) => ({
        occupation,
        mayDelegate: occupation !== 'HE',
        valid: open,
      })),
    };
  });
  const person: PersonFacts = {
    id: 'person',
    engagements: [{ occupation: 'HE', kind: 'ansatt', valid: open }],
    rights: [{ profession: 'HE', valid: open }],
    bans: [],
    limits: new Map(),
    duties: new Map(
      ids.slice(0, 60).map((id) => [id, [{ id: `duty ${id}`, occupation: 'HE', valid: open }]]),
    ),
    approvals: new Map(),
    abstentions: new Map(),
    records: new Map(),
    roleRequirements: [],
    delegations: new Map(ids.slice(60).map((id) => [id, [{ id: `delegation ${id}`, valid: year }]])),
  };
  return { person, tasks, at };
}

type Decide = typeof import('../src/decision/decision.rules.js').decide;

/** Decisions per second of the process's own time on the core, so that neighbours do not count; every answer is looked at. */
export async function decisionsPerSecond(
  slices: number,
  seconds: number,
): Promise<{ best: number; median: number }> {
  const { decide } = (await import(
    new URL('../dist/src/decision/decision.rules.js', import.meta.url).href
  )) as { decide: Decide };
  const { person, tasks, at } = realisticFacts();
  const slice = (length: number): number => {
    const [started, before] = [performance.now(), process.cpuUsage()];
    let made = 0;
    let allowed = 0;
    while (performance.now() - started < length * 1000) {
      for (let round = 0; round < 100; round++)
        for (const task of tasks) if (decide(person, task, at + round).allowed) allowed++;
      made += 100 * tasks.length;
    }
    if (allowed !== made)
      throw new Error(`${made - allowed} of ${made} refused: these facts allow every task`);
    const { user, system } = process.cpuUsage(before);
    return made / ((user + system) / 1e6);
  };
  slice(1);
  const rates = Array.from({ length: slices }, () => slice(seconds)).sort((one, other) => one - other);
  return { best: rates.at(-1) ?? 0, median: rates[Math.floor(slices / 2)] ?? 0 };
}
