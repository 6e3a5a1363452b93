import { cpus } from 'node:os';
import { appends } from './appends.ts';
import { decisionsPerSecond } from './facts.ts';
import { lighthouseScores } from './lighthouse.ts';
import { type Logs, prepareLogs } from './logs.ts';
import { matrices } from './matrices.ts';
import { againstFloor, type Compared, compare, type Place, prepare, type Timing } from './measure.ts';
import { proofs } from './proofs.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { Turns } from './slices.ts';
import { startUpTimes } from './start-up.ts';
import { verification } from './verify.ts';

/**
 * `npm run bench` measures everything in one run; `npm run bench -- a d` a selection, `--quick` in short slices.
 * a, b, c: the product against the floor (floor.ts); d: the pure decision; m: memory after load;
 * x: the matrix of 500 people × 300 tasks; e: a and b with 10,000 clinics in the database; s: start-up; t: entries with a tree against entries without;
 * l: Lighthouse on the main screens, if asked for by name; p: proofs out of a log of 1,000,000 entries against one of 1,000. Exits with 1 if an aim is missed.
 */
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const selected = given.filter((argument) => /^[a-z]$/.test(argument));
const wants = (key: string): boolean => selected.length === 0 || selected.includes(key);

const timing: Timing = quick
  ? { connections: 32, warmUp: 2, slice: 2, slices: 2 }
  : { connections: 32, warmUp: 4, slice: 4, slices: 5 };

let missed = 0;

function line(title: string, figure: string, aim: string, reached: boolean): void {
  if (!reached) missed++;
  console.log(`${title.padEnd(52)} ${figure}   (aim ${aim}: ${reached ? 'reached' : 'MISSED'})`);
}

const side = ({ perSecond, p50, p99 }: Compared['one']): string =>
  `${perSecond.toFixed(0).padStart(5)}/s p50 ${p50.toFixed(1)} ms p99 ${p99.toFixed(1)} ms`;

const ratio = ({ ratio, least, most }: Compared): string =>
  `${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;

async function product(place: Place, scenario: Scenario): Promise<void> {
  const compared = await againstFloor(place, scenario, timing);
  const figures = `product ${side(compared.one)} | floor ${side(compared.other)} | ratio ${ratio(compared)}`;
  line(`${scenario.key}  ${scenario.title}`, figures, `≥ ${scenario.aim}`, compared.ratio >= scenario.aim);
}

async function crowd(small: Place, scenario: Scenario, large: Place): Promise<void> {
  const next = scenario.units(small.clinics);
  const nextLarge = scenario.units(large.clinics);
  const compared = await compare(
    { port: small.product.port, next },
    { port: large.product.port, next: nextLarge },
    timing,
  );
  const figures = `33 clinics ${side(compared.one)} | 10,033 clinics ${side(compared.other)} | ${ratio(compared)} ×`;
  line(`e  ${scenario.title}`, figures, '≤ 1.3 ×', compared.ratio <= 1.3);
}

async function served(): Promise<void> {
  const place = await prepare(0, say);
  try {
    const counts = place.routes.map(({ method, path, steps }) => `${method} ${path} ${steps.length}`);
    console.log(
      `messages to the database per request, the same ones for product and floor: ${counts.join(' · ')}`,
    );
    for (const scenario of scenarios) if (wants(scenario.key.charAt(0))) await product(place, scenario);
    if (wants('m')) {
      if (selected.length > 0) await againstFloor(place, scenarios[1] as Scenario, timing);
      const memory = place.product.memory();
      line('m  memory of the product after load', `${memory.toFixed(0)} MB`, '< 250 MB', memory < 250);
    }
    if (wants('e')) await crowded(place);
  } finally {
    await place.stop();
  }
}

async function crowded(small: Place): Promise<void> {
  const large = await prepare(10, say);
  try {
    for (const scenario of scenarios.slice(0, 2)) await crowd(small, scenario, large);
  } finally {
    await large.stop();
  }
}

async function provable(): Promise<void> {
  const logs = await prepareLogs();
  try {
    const { connections: workers, ...lengths } = timing;
    if (wants('t')) await grown(logs, { workers, ...lengths });
    if (wants('p')) await proved(logs, { workers: 1, ...lengths });
  } finally {
    await logs.stop();
  }
}

async function grown(logs: Logs, turns: Turns): Promise<void> {
  for (const [title, clinics] of [
    ['entries in 1 clinic', logs.clinics.slice(0, 1)],
    ['entries over 32 clinics', logs.clinics.slice(1)],
  ] as const) {
    const compared = await appends(logs, clinics, turns);
    const figures = `tree ${side(compared.one)} | none ${side(compared.other)} | ratio ${ratio(compared)}`;
    line(`t  ${title}`, figures, '≥ 0.4', compared.ratio >= 0.4);
  }
}

async function proved(logs: Logs, turns: Turns): Promise<void> {
  const [larger, smaller] = logs.clinics;
  if (!larger || !smaller) throw new Error('no clinics to prove in');
  const sizes = [
    { clinic: larger, entries: 1_000_000 },
    { clinic: smaller, entries: 1_000 },
  ] as const;
  const compared = await proofs(logs, ...sizes, turns);
  const slower = 1 / compared.ratio;
  const range = `${(1 / compared.most).toFixed(2)}–${(1 / compared.least).toFixed(2)}`;
  const figures = `1,000,000 ${side(compared.one)} | 1,000 ${side(compared.other)} | ${slower.toFixed(2)} (${range}) ×`;
  line('p  inclusion and consistency proof', figures, '≤ 1.5 ×', slower <= 1.5);
}

async function crossed(): Promise<void> {
  const { large, grown, memory, cells } = await matrices(timing);
  const figures = `product ${side(large.one)} | floor ${side(large.other)} | ratio ${ratio(large)}`;
  line('x  matrix of 500 × 300, p99', figures, '≤ 300 ms', large.one.p99 <= 300);
  const decisions = cells * large.one.perSecond;
  line('x  its decisions', `${(decisions / 1e6).toFixed(2)} million/s end to end`, 'none', true);
  line('x  its memory', `${memory.toFixed(0)} MB more than after decisions`, '≤ 60 MB', memory <= 60);
  const perCell = grown.ratio / 4;
  line('x  500 people against 125, per cell', `${perCell.toFixed(2)} ×`, '≤ 1.3 ×', perCell <= 1.3);
}

const say = (text: string): void => console.error(`… ${text}`);

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${new Date().toISOString()}, ${timing.connections} connections`,
);
if (wants('d')) {
  const { best, median } = await decisionsPerSecond(quick ? 3 : 7, 1);
  const figures = `${(best / 1e6).toFixed(2)} million/s at best, ${(median / 1e6).toFixed(2)} in the median slice`;
  line('d  the pure decision, one core', figures, '≥ 2 million/s', best >= 2e6);
}
if (['a', 'b', 'c', 'm', 'e'].some(wants)) await served();
if (wants('x')) await crossed();
if (['t', 'p'].some(wants)) await provable();
if (wants('s')) {
  const { fresh, again } = await startUpTimes();
  line('s  npm start to ready, new data folder', `${fresh.toFixed(1)} s`, '≤ 10 s', fresh <= 10);
  line('s  npm start to ready, existing data folder', `${again.toFixed(1)} s`, '≤ 10 s', again <= 10);
}
// Needs Chromium and fetches Lighthouse from the registry, so only who asks for it gets it.
if (selected.includes('l')) {
  for (const { title, scores, shown } of await lighthouseScores()) {
    const [performance, accessibility, practices] = scores;
    const figures = `performance ${performance}, accessibility ${accessibility}, best practices ${practices}; shown after ${shown.toFixed(0)} ms`;
    line(`l  ${title}`, figures, '≥ 95', Math.min(...scores) >= 95);
  }
}
if (wants('v')) {
  const { entries, megabytes, seconds, peak, floorSeconds, ratio } = await verification(
    quick ? 100_000 : 1_000_000,
    quick ? 1 : 3,
  );
  const bundle = `v  node verify.mjs, ${entries.toLocaleString('en')} entries of ${megabytes.toFixed(0)} MB`;
  const figures = `${seconds.toFixed(1)} s | SHA-256 alone ${floorSeconds.toFixed(1)} s | ratio ${ratio.toFixed(2)}`;
  line(bundle, figures, '≥ 0.3', ratio >= 0.3);
  line('v  its memory at most', `${peak.toFixed(0)} MB`, '< 512 MB', peak < 512);
}
process.exitCode = missed > 0 ? 1 : 0;
