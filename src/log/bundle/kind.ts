const zipStart = 'PK';
const proofStart = 'c2sp.org/tlog-proof';

/** So much of a file tells what it is. */
export const startBytes = 32;

/** What a file is by how it begins, whatever it is called; null for what is neither. */
export function kindOfStart(start: string): 'zip' | 'proof' | null {
  if (start.startsWith(zipStart)) return 'zip';
  return start.startsWith(proofStart) ? 'proof' : null;
}
