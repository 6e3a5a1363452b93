import type { ReactNode } from 'react';
import { Page } from '../ui/Page.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import styles from './shell.module.css';

/** A page for somebody who is not signed in: the mark, one thing to do, and the choice of language. */
export function Alone({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className={styles.alone}>
      <img src="/icon.svg" alt="" width="48" height="48" />
      <Page title={title} lead={lead}>
        {children}
      </Page>
      <div className={styles.below}>
        <LanguageChoice />
      </div>
    </main>
  );
}
