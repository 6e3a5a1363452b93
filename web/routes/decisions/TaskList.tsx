import { Search } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TaskView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { More } from '../../ui/More.tsx';
import { pagesOf } from '../../ui/pages.ts';
import styles from './decisions.module.css';
import { decisionRoute } from './routes.ts';

const tasks = (q: string | undefined) =>
  pagesOf(['tasks', { q }], (cursor, signal) =>
    answerOf(api.GET('/api/v1/tasks', { params: { query: { q, cursor, limit: 100 } }, signal })),
  );

/** All tasks of the clinic, narrowed by what is typed. */
export function TaskList() {
  const { t } = useTranslation();
  const { q } = decisionRoute.useSearch();
  const navigate = decisionRoute.useNavigate();
  const query = useInfiniteQuery(tasks(useDeferredValue(q)));
  return (
    <>
      <Search
        label={t('decision.search')}
        hideLabel={false}
        variant="simple"
        value={q ?? ''}
        onChange={(value) => navigate({ search: { q: value || undefined }, replace: true })}
      />
      <Answered query={query}>{(found) => <Listed found={found} q={q} />}</Answered>
      <More query={query} />
    </>
  );
}

function Listed({ found, q }: { found: readonly TaskView[]; q: string | undefined }) {
  const { t } = useTranslation();
  if (found.length === 0) return <EmptyState text={t('decision.noTask', { q: q ?? '' })} />;
  return (
    <ul className={styles.tasks}>
      {found.map(({ id, name, area }) => (
        <li key={id}>
          <Link from="/decisions" search={{ q, taskId: id }}>
            {name} <span>{t(`area.${area}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
