import { Skeleton } from '@navikt/ds-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert.tsx';
import styles from './ui.module.css';

/** What a query gave; until then its shape, or why there is nothing. What comes at last is drawn in pieces: a phone must not stand still for it. */
export function Answered<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  const mayBeDrawn = useDeferredValue(query.data !== undefined);
  if (query.data !== undefined && mayBeDrawn) return children(query.data);
  if (query.error) return <ProblemAlert problem={query.error} retry={query.refetch} />;
  return (
    <div role="status" aria-label={t('app.loading')}>
      <Skeleton variant="rounded" className={styles.waitingBox} />
      <Skeleton variant="text" className={styles.waitingLine} />
      <Skeleton variant="text" className={styles.waitingLine} />
    </div>
  );
}
