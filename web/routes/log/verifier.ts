import type { Language } from '../../app/language.ts';

/** What the worker is asked: a bundle (zip) or a `.tlog-proof`, with what was kept from before. It is read here and sent nowhere. */
interface Asked {
  readonly file: File;
  readonly checkpoint?: string;
  readonly vkeys?: readonly string[];
}

interface Progress {
  readonly kind: 'progress';
  readonly read: number;
  readonly size: number;
}

/** The verdict, in the words of the command `fullmakt verify`. */
export interface Verdict {
  readonly kind: 'result';
  readonly ok: boolean;
  readonly lines: Readonly<Record<Language, readonly string[]>>;
  /** The number of the first entry that does not hold. */
  readonly firstBad: number | null;
}

/** The auditor's own verifier, as in the bundle, in a worker of this page: it asks nobody and needs no network. */
export function verify(asked: Asked, onProgress: (percent: number) => void): Promise<Verdict> {
  const worker = new Worker('/verifier.js');
  return new Promise<Verdict>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Progress | Verdict>) => {
      if (data.kind === 'progress') onProgress(Math.floor((100 * data.read) / Math.max(1, data.size)));
      else resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the verifier did not start'));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
