import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** Nothing here, and why, and what to do about it. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {children}
    </div>
  );
}
