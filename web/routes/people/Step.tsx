import { Heading } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import styles from './people.module.css';

/** The heading of a step takes the focus when one comes to it from another step. */
export function Step({ text, takesFocus }: { text: string; takesFocus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <Heading ref={heading} level="2" size="small" tabIndex={-1} className={styles.step}>
      {text}
    </Heading>
  );
}
