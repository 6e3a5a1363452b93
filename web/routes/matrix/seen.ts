import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Extent } from './moves.ts';

/** In rem; the same as in grid.module.css. */
const measures = { row: 3.25, column: 8, head: 4.5, first: 15 };
/** So many more on every side, so that scrolling meets no gap. */
const spare = 4;

interface Seen {
  readonly firstRow: number;
  /** Exclusive, as the last column. */
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

interface Watched {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly seen: Seen;
  readonly look: () => void;
  /** How many rows are seen at once. */
  readonly page: () => number;
}

/** Which rows and columns of a scrolled box are to be seen: only these are made, however many there are. */
export function useSeen({ rows, columns }: Extent): Watched {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Seen>({ firstRow: 0, endRow: 30, firstColumn: 0, endColumn: 20 });
  const look = useCallback(() => {
    if (box.current) setSeen(unlessSame(seenIn(box.current)));
  }, []);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [look]);
  return {
    box,
    look,
    seen: {
      firstRow: Math.min(seen.firstRow, Math.max(0, rows - 1)),
      endRow: Math.min(seen.endRow, rows),
      firstColumn: Math.min(seen.firstColumn, Math.max(0, columns - 1)),
      endColumn: Math.min(seen.endColumn, columns),
    },
    page: () => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / (measures.row * rem())) - 3),
  };
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function seenIn({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement): Seen {
  const [height, width] = [measures.row * rem(), measures.column * rem()];
  return {
    firstRow: Math.max(0, Math.floor(scrollTop / height) - spare),
    endRow: Math.ceil((scrollTop + clientHeight) / height) + spare,
    firstColumn: Math.max(0, Math.floor(scrollLeft / width) - spare),
    endColumn: Math.ceil((scrollLeft + clientWidth) / width) + spare,
  };
}

const unlessSame =
  (next: Seen) =>
  (now: Seen): Seen =>
    (Object.keys(next) as (keyof Seen)[]).every((side) => next[side] === now[side]) ? now : next;

/** Moves the box as little as will do; what stands fast at its top and its left covers nothing of the cell. */
export function reveal(box: HTMLElement, row: number, column: number): void {
  const unit = rem();
  box.scrollTop = moved(box.scrollTop, box.clientHeight - measures.head * unit, row, measures.row * unit);
  box.scrollLeft = moved(
    box.scrollLeft,
    box.clientWidth - measures.first * unit,
    column,
    measures.column * unit,
  );
}

function moved(at: number, room: number, place: number, size: number): number {
  const [start, end] = [place * size, (place + 1) * size];
  if (start < at) return start;
  return end > at + room ? Math.min(start, end - room) : at;
}
