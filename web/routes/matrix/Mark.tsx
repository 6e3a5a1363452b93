import type { FingerButtonIcon } from '@navikt/aksel-icons';
import styles from './mark.module.css';

interface Said {
  readonly icon: typeof FingerButtonIcon;
  /** `none`: nothing wrong, and nothing there. */
  readonly tone: 'yes' | 'soon' | 'no' | 'none';
  readonly word: string;
  readonly more?: string | null;
}

/** What a cell says: a sign of its own shape and a short word, and colour besides. */
export function Mark({ icon: Icon, tone, word, more }: Said) {
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon aria-hidden />
      <span className={styles.word}>{word}</span>
      {more && <span className={styles.more}> {more}</span>}
    </span>
  );
}
