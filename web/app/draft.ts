import { useMemo } from 'react';
import { useSession } from './session.ts';

const prefix = 'fullmakt.draft.';

interface Draft<Values> {
  readonly begun: Values | null;
  readonly keep: (values: Values) => void;
  readonly discard: () => void;
}

/** What one has begun to write, kept in this tab until it is sent or one signs out; each user and each clinic has their own. */
export function useDraft<Values>(name: string): Draft<Values> {
  const { user, clinic } = useSession();
  const key = `${prefix}${name}.${user?.id}.${clinic?.id}`;
  return useMemo(
    () => ({
      begun: read<Values>(key),
      keep: (values) => tried(() => sessionStorage.setItem(key, JSON.stringify(values))),
      discard: () => tried(() => sessionStorage.removeItem(key)),
    }),
    [key],
  );
}

export function hasDrafts(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(prefix));
  } catch {
    return false;
  }
}

/** Nothing of it is left for whoever signs in next. */
export function discardDrafts(): void {
  tried(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  });
}

function read<Values>(key: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** A browser that keeps nothing is fine: the draft then lasts as long as the page. */
function tried(act: () => void): void {
  try {
    act();
  } catch {}
}
