import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Asked, Progress, Result } from '../../src/log/browser/verify-file.js';

/** What the verifier of the screens answered, and what it said on the way. */
export interface Answered {
  readonly result: Result;
  readonly progress: readonly Progress[];
}

/**
 * The file that the screens start as a worker, as it was built, with nothing around it but what every browser has:
 * no Node, no network, nothing that makes code out of text.
 */
export function browserVerifier(): (asked: Asked) => Promise<Answered> {
  const page = {
    onmessage: null as ((message: { data: Asked }) => void) | null,
    postMessage: (_: Progress | Result): void => {},
    TextDecoder,
    TextEncoder,
    DecompressionStream,
  };
  const context = createContext(page, { codeGeneration: { strings: false, wasm: false } });
  runInContext(readFileSync('dist/web/verifier.js', 'utf8'), context);
  let turn: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const answer = turn.then(
      () =>
        new Promise<Answered>((resolve) => {
          const progress: Progress[] = [];
          page.postMessage = (message) => {
            if (message.kind === 'progress') progress.push(message);
            else resolve({ result: message, progress });
          };
          page.onmessage?.({ data: asked });
        }),
    );
    turn = answer;
    return answer;
  };
}
