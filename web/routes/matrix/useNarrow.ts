import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(width < 48rem)');

/** Whether the screen is a phone's, or as enlarged as if it were. */
export const useNarrow = (): boolean => useSyncExternalStore(onChange, () => narrow.matches);

function onChange(tell: () => void): () => void {
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
}
