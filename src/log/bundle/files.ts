/** A bundle, wherever it lies: a folder, a zip on disk or in a browser. */
export interface BundleFiles {
  has(name: string): Promise<boolean>;
  /** All of a file that is small by nature; null when it is not there. Throws BundleError when it is larger than `most` bytes. */
  read(name: string, most: number): Promise<Uint8Array | null>;
  /** A file of any size, in pieces; null when it is not there. */
  open(name: string): Promise<AsyncIterable<Uint8Array> | null>;
}

export const entriesFile = 'entries.ndjson';
export const checkpointFile = 'checkpoint';
export const checkpointsFile = 'checkpoints.ndjson';
export const keysFile = 'key.vkey';
export const rangeFile = 'range.json';
export const aboutFile = 'bundle.json';
export const summaryFile = 'summary.html';
