import type { ReactNode } from 'react';
import styles from './ui.module.css';

interface Asked {
  readonly gap?: 'large';
  readonly width?: 'menu' | 'form' | 'text';
  readonly children: ReactNode;
}

/** One under the other with room between. By class: a page that the server makes may hold no styles of its own. */
export function Stack({ gap, width, children }: Asked) {
  return (
    <div className={[styles.stack, gap && styles[gap], width && styles[width]].filter(Boolean).join(' ')}>
      {children}
    </div>
  );
}
