/** Something that can be done over and over by many at once. */
export type Work = () => Promise<unknown>;

interface Side {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Ratio {
  readonly one: Side;
  readonly other: Side;
  /** How many times as fast one is as the other: over all slices, and in the pairs of slices where it was least and most. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

export interface Turns {
  readonly workers: number;
  /** Seconds. */
  readonly warmUp: number;
  readonly slice: number;
  readonly slices: number;
}

interface Slice {
  readonly seconds: number;
  readonly latencies: readonly number[];
}

/** Both kinds of work in turns (A B A B …) in this process, never at the same time. */
export async function inTurns(
  one: Work,
  other: Work,
  { workers, warmUp, slice, slices }: Turns,
): Promise<Ratio> {
  for (const work of [one, other]) await during(work, workers, warmUp);
  const ones: Slice[] = [];
  const others: Slice[] = [];
  for (let i = 0; i < slices; i++) {
    ones.push(await during(one, workers, slice));
    others.push(await during(other, workers, slice));
  }
  const each = ones.map((part, i) => sideOf([part]).perSecond / sideOf([others[i] as Slice]).perSecond);
  const [left, right] = [sideOf(ones), sideOf(others)];
  return {
    one: left,
    other: right,
    ratio: left.perSecond / right.perSecond,
    least: Math.min(...each),
    most: Math.max(...each),
  };
}

async function during(work: Work, workers: number, seconds: number): Promise<Slice> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const worker = async () => {
    for (let begun = performance.now(); begun < until; ) {
      await work();
      const done = performance.now();
      latencies.push(done - begun);
      begun = done;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return { seconds: (performance.now() - started) / 1000, latencies };
}

function sideOf(slices: readonly Slice[]): Side {
  const latencies = slices.flatMap((part) => part.latencies).sort((a, b) => a - b);
  const seconds = slices.reduce((sum, part) => sum + part.seconds, 0);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: quantile(0.5), p99: quantile(0.99) };
}
