import { PlusIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompetenceRecordView } from '../../../api/schema.ts';
import { useSession } from '../../../app/session.ts';
import { Answered } from '../../../ui/Answered.tsx';
import { daysUntil, lastDayText } from '../../../ui/day.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page } from '../../../ui/Page.tsx';
import { RecordLines } from '../RecordLines.tsx';
import recordStyles from '../records.module.css';
import { Missing } from './Missing.tsx';
import styles from './mine.module.css';
import { recordsOf } from './queries.ts';

/** "Min kompetanse": what is missing for one's tasks first, then what runs out, then all one holds. */
export function MyCompetence() {
  const { t } = useTranslation();
  const { person } = useSession();
  if (!person)
    return (
      <Page title={t('myCompetence.title')}>
        <EmptyState text={t('record.noPerson')} />
      </Page>
    );
  return (
    <Page title={t('myCompetence.title')} lead={t('myCompetence.lead')}>
      <div className={recordStyles.begin}>
        <LinkButton to="/competence-records/new" icon={<PlusIcon aria-hidden />}>
          {t('record.claim')}
        </LinkButton>
      </div>
      <Missing />
      <Held personId={person.id} />
      <p>
        <Link to="/competence-records" search={{ status: 'claimed' }} className={styles.way}>
          {t('myCompetence.toConfirm')}
        </Link>
      </p>
    </Page>
  );
}

/** What runs out within so many days is said first. */
const soon = 90;

const endsSoon = ({ status, standsTo }: CompetenceRecordView): boolean =>
  status === 'confirmed' && standsTo !== null && daysUntil(standsTo) <= soon;

function Held({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const query = useQuery(recordsOf(personId));
  return (
    <Answered query={query}>
      {(all) => {
        const of = (...wanted: CompetenceRecordView['status'][]) =>
          all.filter(({ status }) => wanted.includes(status));
        const earlier = of('expired', 'rejected', 'withdrawn');
        return (
          <>
            <Ending records={all.filter(endsSoon)} />
            <Group title={t('myCompetence.waiting')} records={of('claimed')} />
            {of('confirmed').length === 0 ? (
              <EmptyState text={t('myCompetence.none')} />
            ) : (
              <Group title={t('myCompetence.held')} records={of('confirmed')} />
            )}
            {earlier.length > 0 && (
              <details className={styles.earlier}>
                <summary>{t('myCompetence.earlier', { count: earlier.length })}</summary>
                <RecordLines records={earlier} without="person" />
              </details>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Group({ title, records }: { title: string; records: readonly CompetenceRecordView[] }) {
  if (records.length === 0) return null;
  return (
    <section className={recordStyles.section}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      <RecordLines records={records} without="person" />
    </section>
  );
}

function Ending({ records }: { records: readonly CompetenceRecordView[] }) {
  const { t } = useTranslation();
  if (records.length === 0) return null;
  return (
    <section className={styles.notice} aria-labelledby="ending">
      <Heading level="2" size="small" id="ending">
        {t('responsibilities.expiring')}
      </Heading>
      <ul>
        {records.map(({ id, competence, standsTo }) => (
          <li key={id}>
            <strong>{competence.name}</strong>{' '}
            {standsTo && (
              <span>
                {t('responsibilities.lastDay', { day: lastDayText(standsTo) })},{' '}
                {t('responsibilities.inDays', { count: daysUntil(standsTo) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
