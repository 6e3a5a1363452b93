import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../ui/Answered.tsx';
import { Page } from '../../ui/Page.tsx';
import { Checklist } from './Checklist.tsx';
import { Daily } from './Daily.tsx';
import { firstRun } from './queries.ts';

/** What a clinic still lacks before it is in use; once it has it all, what the day brings. */
export function OverviewPage() {
  const { t } = useTranslation();
  const query = useQuery(firstRun());
  const isInUse = query.data && Object.values(query.data).every(Boolean);
  const lead = isInUse === false ? t('overview.firstLead') : t('overview.lead');
  return (
    <Page title={t('overview.title')} lead={query.data && lead}>
      <Answered query={query}>
        {(done) => (
          <>
            {!isInUse && <Checklist done={done} />}
            {done.people && <Daily />}
          </>
        )}
      </Answered>
    </Page>
  );
}
