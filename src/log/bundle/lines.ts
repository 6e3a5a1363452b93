import { joined } from '../platform.js';

/** Where a line lies: from `start` up to, not including, its newline. */
export type TakeLine = (bytes: Uint8Array, start: number, end: number) => boolean;

/** No act is as large: what comes in by the API is far smaller. */
export const longestLine = 1 << 24;

const newline = 10;

export type LinesEnd = 'whole' | 'stopped' | 'too-long' | 'open';

/**
 * Hands over line by line without copying; `take` stops the reading when it answers false.
 * `open`: something comes after the last newline; `too-long`: a line is longer than any entry can be.
 */
export async function eachLine(pieces: AsyncIterable<Uint8Array>, take: TakeLine): Promise<LinesEnd> {
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  for await (const piece of pieces) {
    const first = piece.indexOf(newline);
    if (first < 0) {
      rest.push(piece);
      restBytes += piece.length;
      if (restBytes > longestLine) return 'too-long';
      continue;
    }
    const bytes = restBytes === 0 ? piece : joined([...rest, piece]);
    let start = 0;
    for (let end = restBytes + first; end >= 0; end = bytes.indexOf(newline, start)) {
      if (end - start > longestLine) return 'too-long';
      if (!take(bytes, start, end)) return 'stopped';
      start = end + 1;
    }
    rest = start < bytes.length ? [bytes.subarray(start)] : [];
    restBytes = bytes.length - start;
  }
  return restBytes === 0 ? 'whole' : 'open';
}
