/** Those who wait for the user to sign in again; one dialog answers them all. */
let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();

/** Resolves when the user has signed in again, or has chosen not to. */
export function renewed(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    for (const tell of listeners) tell();
  });
}

export function endRenewal(signedIn: boolean): void {
  const told = waiting;
  waiting = [];
  for (const resolve of told) resolve(signedIn);
  for (const tell of listeners) tell();
}

export const isRenewing = (): boolean => waiting.length > 0;

export function onRenewal(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
