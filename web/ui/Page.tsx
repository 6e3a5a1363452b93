import { BodyLong, Heading } from '@navikt/ds-react';
import { useMatch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './ui.module.css';

/** The path that was shown last: whoever came by a link is taken to the new heading, whoever opened the page is not. */
let shown: string | null = null;

/** One screen: its title in the window and as the one heading of the first level, where the focus lands on arrival. */
export function Page({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The page's own path: while the next one is fetched, the address is already the next one's.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname });
  useEffect(() => {
    // From now on keys and buttons do what they say: what the server made could only be read.
    document.documentElement.dataset.awake = '';
  }, []);
  useEffect(() => {
    document.title = `${title} – Fullmakt`;
  }, [title]);
  useEffect(() => {
    if (shown !== null && shown !== pathname) heading.current?.focus();
    shown = pathname;
  }, [pathname]);
  return (
    <div className={styles.page}>
      <Heading ref={heading} level="1" size="large" tabIndex={-1} className={styles.title}>
        {title}
      </Heading>
      {lead && <BodyLong className={styles.lead}>{lead}</BodyLong>}
      {children}
    </div>
  );
}
