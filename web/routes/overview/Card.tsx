import { Heading } from '@navikt/ds-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './overview.module.css';

const most = 5;

interface Told<Item> {
  readonly title: string;
  /** What is said where there is nothing: that is good to know, too. */
  readonly none: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly children: (item: Item) => ReactNode;
}

/** One thing to know about today: how many, the first of them, and the way to all. */
export function Card<Item>({ title, none, items, keyOf, to, children }: Told<Item>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Heading level="2" size="xsmall" id={id}>
        {title} {items.length > 0 && <span className={styles.count}>{items.length}</span>}
      </Heading>
      {items.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <ul>
          {items.slice(0, most).map((item) => (
            <li key={keyOf(item)}>{children(item)}</li>
          ))}
        </ul>
      )}
      {items.length > most && (
        <Link to={to} className={styles.all}>
          {t('overview.all', { count: items.length })}
        </Link>
      )}
    </section>
  );
}
