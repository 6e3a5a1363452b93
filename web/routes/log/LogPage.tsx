import { Button, Heading } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LogEntryView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { EntryLine } from './EntryLine.tsx';
import { LogFilters } from './LogFilters.tsx';
import styles from './log.module.css';
import { logPages } from './queries.ts';
import { logRoute } from './routes.ts';

/** What was done, and what was refused: every act with legal weight, in words, narrowed by what stands in the address. */
export function LogPage() {
  const { t } = useTranslation();
  const search = logRoute.useSearch();
  const query = useInfiniteQuery(logPages(search));
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <p className={styles.proof}>
        <Link to="/log/verification">{t('log.verify')}</Link>
      </p>
      <LogFilters />
      <Heading level="2" size="small" className={styles.heading}>
        {search.order === 'asc' ? t('log.oldestFirst') : t('log.newestFirst')}
      </Heading>
      <Answered query={query}>
        {(entries) => (entries.length === 0 ? <Nothing /> : <Entries entries={entries} />)}
      </Answered>
      <More query={query} />
    </Page>
  );
}

/** Nothing at all, or nothing of what one looks for: then the way back to all. */
function Nothing() {
  const { t } = useTranslation();
  const search = logRoute.useSearch();
  const navigate = logRoute.useNavigate();
  const narrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <EmptyState text={narrowed ? t('log.noneFound') : t('log.none')}>
      {narrowed && (
        <Button variant="tertiary" onClick={() => navigate({ search: {} })}>
          {t('log.clear')}
        </Button>
      )}
    </EmptyState>
  );
}

function Entries({ entries }: { entries: readonly LogEntryView[] }) {
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <EntryLine key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}
