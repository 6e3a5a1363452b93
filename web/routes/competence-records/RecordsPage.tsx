import { PlusIcon, UploadIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { Filters } from './Filters.tsx';
import { records } from './queries.ts';
import { RecordLines } from './RecordLines.tsx';
import styles from './records.module.css';
import { recordsRoute, type StatusWanted } from './routes.ts';

/** What people are shown to master: what waits for somebody to look at it first, then what stands. */
export function RecordsPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { status, personId, competenceId } = recordsRoute.useSearch();
  return (
    <Page title={t('record.title')} lead={t('record.lead')}>
      {roles.includes('manager') && (
        <div className={styles.begin}>
          <LinkButton
            to="/competence-records/new"
            search={{ personId, competenceId }}
            icon={<PlusIcon aria-hidden />}
          >
            {t('record.register')}
          </LinkButton>
          <LinkButton to="/competence-records/import" variant="secondary" icon={<UploadIcon aria-hidden />}>
            {t('record.import')}
          </LinkButton>
        </div>
      )}
      <Filters />
      {status === undefined ? (
        <>
          <Listed status="claimed" />
          <Listed status="confirmed" />
        </>
      ) : (
        <Listed status={status} />
      )}
    </Page>
  );
}

function Listed({ status }: { status: StatusWanted }) {
  const { t } = useTranslation();
  const { personId, competenceId } = recordsRoute.useSearch();
  const wanted = { personId, competenceId, ...(status !== 'any' && { status }) };
  const query = useInfiniteQuery(records(wanted));
  const title = status === 'any' ? t('record.any') : t(`record.status.${status}`);
  return (
    <section className={styles.section} aria-label={title}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={status === 'claimed' ? t('record.noneWaiting') : t('record.none')} />
          ) : (
            <RecordLines records={found} />
          )
        }
      </Answered>
      <More query={query} />
    </section>
  );
}
