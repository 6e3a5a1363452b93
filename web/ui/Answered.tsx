import { Skeleton } from '@navikt/ds-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert.tsx';

/** What a query gave; until then its shape, or why there is nothing. */
export function Answered<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemAlert problem={query.error} retry={query.refetch} />;
  return (
    <div role="status" aria-label={t('app.loading')}>
      <Skeleton variant="rounded" height={96} />
      <Skeleton variant="text" width="60%" />
      <Skeleton variant="text" width="80%" />
    </div>
  );
}
