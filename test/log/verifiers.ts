import { languages } from '../../src/law/legal-bases.js';
import { faultText } from '../../src/log/bundle/fault-texts.js';
import type { Given } from '../../src/log/bundle/ground.js';
import { printable } from '../../src/log/bundle/printable.js';
import { shownText } from '../../src/log/bundle/report.js';
import { type Verdict, verifyBundle } from '../../src/log/bundle/verify.js';
import { browserVerifier } from '../support/browser-verifier.js';
import { type Contents, filesOf } from './generated.js';

const inBrowser = browserVerifier();

/** The verdict on a bundle: of the command, once the verifier in the browser has said the very same. */
export async function verdictOf(contents: Contents, given: Partial<Given> = {}): Promise<Verdict> {
  const all: Given = { vkeys: [], ...given };
  const verdict = await verifyBundle(filesOf(contents), all);
  const { checkpoint, ...rest } = all;
  const held = checkpoint && Buffer.from(checkpoint).toString();
  const file = new Blob([Uint8Array.from(packed(contents))]);
  const { result } = await inBrowser({ ...rest, file, ...(held !== undefined && { checkpoint: held }) });
  expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(saidOf(verdict))));
  return verdict;
}

/** As the worker answers. */
function saidOf({ faults, shown }: Verdict) {
  const lines = languages.map((language) => [
    language,
    shown
      ? [printable(shownText(shown, language))]
      : faults.map((fault) => printable(faultText(fault, language))),
  ]);
  return {
    kind: 'result',
    ok: shown !== null,
    lines: Object.fromEntries(lines),
    codes: faults.map(({ code }) => code),
    firstBad: faults[0]?.seq ?? null,
    lastBad: faults[0]?.last ?? null,
    shown,
  };
}

/** A zip with its files as they are: made in no time, for there are thousands. */
function packed(contents: Contents): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(contents)) {
    const title = Buffer.from(name);
    const told = Buffer.alloc(26);
    told.writeUInt16LE(20, 0);
    told.writeUInt32LE(bytes.length, 14);
    told.writeUInt32LE(bytes.length, 18);
    told.writeUInt16LE(title.length, 22);
    pieces.push(Buffer.from('PK\x03\x04'), told, title, bytes);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    told.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, title);
    at += 30 + title.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, listed, end]);
}
