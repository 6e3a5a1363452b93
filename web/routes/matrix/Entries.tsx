import { ChevronRightIcon } from '@navikt/aksel-icons';
import { type ReactNode, startTransition, useEffect, useState } from 'react';
import styles from './matrix.module.css';

export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly more: string | null;
  readonly mark: ReactNode;
  readonly open: () => void;
}

/** As many as fill a phone. */
const few = 8;

/** A long list. What is still to come has its room already, so that one comes back to the place where one was. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className={styles.entries} style={{ minHeight: `calc(${entries.length} * 3.5rem)` }}>
      <From entries={entries} start={0} />
    </ul>
  );
}

/** With every picture a few more: made at one go, the list would keep a phone from answering its user. */
function From({ entries, start }: { entries: readonly Entry[]; start: number }) {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    const next = requestAnimationFrame(() => startTransition(() => setIsTime(true)));
    return () => cancelAnimationFrame(next);
  }, []);
  if (!isTime) return null;
  const end = start + few;
  return (
    <>
      {entries.slice(start, end).map(({ id, name, more, mark, open }) => (
        <li key={id}>
          <button type="button" onClick={open}>
            <span className={styles.entryName}>
              {name}
              <small>{more}</small>
            </span>
            {mark}
            <ChevronRightIcon aria-hidden fontSize="1.25rem" />
          </button>
        </li>
      ))}
      {end < entries.length && <From entries={entries} start={end} />}
    </>
  );
}
