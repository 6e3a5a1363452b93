import { story, storyClinic, type Told } from '../../bench/log-story.js';
import type { BundleFiles } from '../../src/log/bundle/files.js';
import { signCheckpoint } from '../../src/log/checkpoint.js';
import { type Entry, entryOf } from '../../src/log/entry.js';
import { type Signer, vkeyOf } from '../../src/log/note.js';
import { appended, emptyFrontier, leafHash, rootOf } from '../../src/log/tree.js';
import { signerNamed } from './signers.js';

export const origin = `fullmakt.example/log/${storyClinic}`;
export const ours = signerNamed(origin, 7);
export const another = signerNamed(origin, 8);

/** The files of a bundle by name. */
export type Contents = Record<string, Buffer>;

/** The log of the story, told by an honest clinic. */
export const entriesOf = (told: Iterable<Told>): Entry[] =>
  [...told].map((happening, seq) =>
    entryOf(happening, { seq, at: happening.at, clinic: storyClinic, actor: happening.actor }),
  );

export const storyEntries = (count: number): Entry[] => entriesOf(story(count));

export const lineOf = ({ seq, bytes, payload, salt }: Entry): string =>
  `{"seq":${seq},"bytes":"${bytes.toString('base64')}","payload":${payload},"salt":"${salt.toString('base64')}"}\n`;

/** The checkpoint after each entry, as if each were an act of its own. */
export function notesOf(entries: readonly Pick<Entry, 'bytes'>[], signer: Signer, log = origin): string[] {
  let frontier = emptyFrontier;
  return entries.map(({ bytes }) => {
    frontier = appended(frontier, leafHash(bytes)).frontier;
    const checkpoint = { origin: log, size: frontier.size, root: rootOf(frontier), extensions: [] };
    return signCheckpoint(checkpoint, [signer]);
  });
}

/** What an honest clinic hands over. */
export function bundleOf(entries: readonly Entry[], signer: Signer = ours): Contents {
  const notes = notesOf(entries, signer);
  return {
    'entries.ndjson': Buffer.from(entries.map(lineOf).join('')),
    checkpoint: Buffer.from(notes.at(-1) ?? ''),
    'checkpoints.ndjson': Buffer.from(notes.map((note) => `${JSON.stringify(note)}\n`).join('')),
    'key.vkey': Buffer.from(`${vkeyOf(signer.key)}\n`),
  };
}

/** A bundle that lies nowhere; given out in pieces of this size, so that lines are cut anywhere. */
export const filesOf = (contents: Contents, pieceBytes = 1 << 16): BundleFiles => ({
  has: async (name) => contents[name] !== undefined,
  read: async (name) => contents[name] ?? null,
  open: async (name) => {
    const file = contents[name];
    return file ? pieces(file, pieceBytes) : null;
  },
});

async function* pieces(file: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}
