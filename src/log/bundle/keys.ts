import { type NoteKey, readVkey } from '../note.js';
import { plainText } from '../text.js';
import { BundleError } from './fault.js';
import { type BundleFiles, keysFile } from './files.js';

const mostBytes = 1 << 16;

/** The keys that whoever verifies brought along. Throws BundleError for what is no key. */
export const givenKeys = (vkeys: readonly string[]): NoteKey[] =>
  vkeys.map((vkey) => {
    const key = readVkey(vkey.trim());
    if ('rejected' in key) throw new BundleError({ code: 'given-key', about: key.rejected });
    return key;
  });

/** The keys that lie in the bundle: one a line. They say who signed only as far as the bundle itself is trusted. */
export async function keysIn(files: BundleFiles): Promise<NoteKey[]> {
  const bytes = await files.read(keysFile, mostBytes);
  if (!bytes) throw new BundleError({ code: 'file-missing', about: keysFile });
  const text = plainText(bytes);
  if (typeof text !== 'string') throw new BundleError({ code: 'keys', about: text.rejected });
  return text
    .slice(0, -1)
    .split('\n')
    .map((vkey) => {
      const key = readVkey(vkey);
      if ('rejected' in key) throw new BundleError({ code: 'keys', about: key.rejected });
      return key;
    });
}
