import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CompetenceRecordView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText, momentText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import { Acts } from './Acts.tsx';
import { Evidence } from './Evidence.tsx';
import { record } from './queries.ts';
import { RecordTag } from './RecordTag.tsx';
import styles from './records.module.css';
import { recordRoute } from './routes.ts';

/** One record: what is said, on what it rests, and who has seen it. */
export function RecordPage() {
  const { t } = useTranslation();
  const { id } = recordRoute.useParams();
  const query = useQuery(record(id));
  return (
    <Page title={query.data?.competence.name ?? t('record.one')} lead={query.data?.person.name}>
      <Answered query={query}>
        {(view) => (
          <>
            <p className={styles.status}>
              <RecordTag status={view.status} />
              <span>{t(`record.says.${view.status}`)}</span>
            </p>
            <Said view={view} />
            <Acts view={view} />
            <Evidence view={view} />
            <Steps view={view} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Said({ view }: { view: CompetenceRecordView }) {
  const { t } = useTranslation();
  const { levelName, achievedOn, validTo, standsTo, assessedBy, evidence } = view;
  return (
    <Facts
      facts={[
        [t('record.level'), levelName],
        [t('record.achievedOn'), dayText(`${achievedOn}T12:00:00Z`)],
        [t('record.lastDay'), validTo ? lastDayText(validTo) : t('record.noEnd')],
        [t('record.stoodTo'), standsTo && standsTo !== validTo ? lastDayText(standsTo) : null],
        [t('record.assessedBy'), assessedBy?.name],
        [t('record.source'), evidence.source],
        [t('record.note'), evidence.note],
      ]}
    />
  );
}

function Steps({ view: { steps } }: { view: CompetenceRecordView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {t('life.title')}
      </Heading>
      <ol className={styles.steps}>
        {steps.map(({ kind, at, by, reason }) => (
          <li key={`${kind} ${at}`}>
            <strong>{t(`record.step.${kind}`)}</strong> {by && t('life.by', { name: by.name })}
            <br />
            {momentText(at)}
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
