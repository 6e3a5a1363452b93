import { type FocusEvent, useEffect, useRef } from 'react';
import type { Place } from './moves.ts';

/**
 * The active cell has the focus when the grid has. Scrolled out of sight it is not there any more:
 * then the grid itself keeps the focus, so that keys still lead on from it.
 */
export function useFocusKept(isMade: boolean, { row, column }: Place) {
  const table = useRef<HTMLTableElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (inside.current) (isMade && cell ? cell : table.current)?.focus({ preventScroll: true });
  }, [isMade, row, column]);
  return {
    ref: table,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!currentTarget.contains(relatedTarget)) inside.current = false;
    },
  };
}
