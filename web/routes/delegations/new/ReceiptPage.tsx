import { BodyLong, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../../api/schema.ts';
import { Answered } from '../../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../../ui/day.ts';
import { Page } from '../../../ui/Page.tsx';
import { StatusTag } from '../../../ui/StatusTag.tsx';
import { Papers } from '../Papers.tsx';
import { delegation } from '../queries.ts';
import { receiptRoute } from '../routes.ts';
import styles from './wizard.module.css';

/** Signed: what has happened, what happens now, and the proof of it to keep. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { id } = receiptRoute.useParams();
  const query = useQuery(delegation(id));
  return (
    <Page title={t('receipt.title')}>
      <Answered query={query}>{(view) => <Receipt view={view} />}</Answered>
    </Page>
  );
}

function Receipt({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.receipt}>
        <StatusTag status={view.status} />{' '}
        {t('receipt.sent', { task: view.task.name, name: view.delegatee.name })}
      </p>
      <WhatNow view={view} />
      <section>
        <Heading level="2" size="small" spacing>
          {t('receipt.keep')}
        </Heading>
        <BodyLong spacing>{t('receipt.keepText')}</BodyLong>
        <Papers view={view} />
      </section>
      <p className={styles.links}>
        <Link to="/delegations/$id" params={{ id: view.id }}>
          {t('receipt.open')}
        </Link>
        <Link to="/delegations/new">{t('receipt.another')}</Link>
      </p>
    </>
  );
}

function WhatNow({ view: { delegatee, validFrom, supervision } }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { name } = delegatee;
  return (
    <section>
      <Heading level="2" size="small" spacing>
        {t('receipt.now')}
      </Heading>
      <ol className={styles.next}>
        <li>{t('receipt.reads', { name })}</li>
        <li>{t('receipt.untilThen', { name })}</li>
        <li>{t('receipt.stands', { name, day: dayText(validFrom) })}</li>
        <li>{t('receipt.review', { day: lastDayText(supervision.reviewBy) })}</li>
      </ol>
    </section>
  );
}
