import { useSyncExternalStore } from 'react';
import { recalled, remember } from './memory.ts';

interface Shortcuts {
  readonly on: boolean;
  readonly helpOpen: boolean;
}

let state: Shortcuts = { on: recalled('shortcuts') !== 'off', helpOpen: false };
const listeners = new Set<() => void>();

function change(next: Partial<Shortcuts>): void {
  state = { ...state, ...next };
  for (const tell of listeners) tell();
}

export const showHelp = (helpOpen: boolean): void => change({ helpOpen });

export function turnShortcuts(on: boolean): void {
  remember('shortcuts', on ? 'on' : 'off');
  change({ on });
}

export const useShortcuts = (): Shortcuts =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
    () => state,
  );
