import { BodyLong, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../../api/schema.ts';
import { Answered } from '../../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../../ui/day.ts';
import { Page } from '../../../ui/Page.tsx';
import { Refusals } from '../../../ui/Refusals.tsx';
import { StatusTag } from '../../../ui/StatusTag.tsx';
import { delegation } from '../queries.ts';
import { redelegationRoute } from '../routes.ts';
import { Attempt } from './Attempt.tsx';
import { Instead } from './Instead.tsx';
import styles from './redelegation.module.css';

/** Why what was received cannot be passed on, and what can be done instead. To read it is no attempt. */
export function RedelegationPage() {
  const { t } = useTranslation();
  const { id } = redelegationRoute.useParams();
  const query = useQuery(delegation(id));
  return (
    <Page
      title={t('redelegation.title')}
      lead={query.data && t('redelegation.lead', { task: query.data.task.name })}
    >
      <Answered query={query}>
        {(view) => (
          <div className={styles.page}>
            <Chain view={view} />
            {view.notDelegable && <Refusals refusals={[view.notDelegable]} title={t('redelegation.stops')} />}
            <Instead view={view} />
            <Attempt view={view} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** From whom to whom, and then the person it cannot reach. */
function Chain({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { delegator, task, id } = view;
  return (
    <section>
      <Heading level="2" size="small" spacing>
        {t('redelegation.how')}
      </Heading>
      <ol className={styles.chain}>
        <li>
          <strong>{delegator.name}</strong>
          <span>{t('redelegation.holds', { task: task.name })}</span>
        </li>
        <Receiver view={view} />
        <li className={styles.nobody}>
          <strong>{t('redelegation.nobody')}</strong>
          <span>{t('redelegation.notFurther')}</span>
        </li>
      </ol>
      <BodyLong>
        <Link to="/delegations/$id" params={{ id }}>
          {t('delegation.read')}
        </Link>
      </BodyLong>
    </section>
  );
}

function Receiver({ view: { delegatee, validFrom, validTo, status } }: { view: DelegationView }) {
  const { t } = useTranslation();
  return (
    <li>
      <strong>{delegatee.name}</strong>
      <span>
        {validTo
          ? t('redelegation.hasUntil', { from: dayText(validFrom), to: lastDayText(validTo) })
          : t('redelegation.has', { from: dayText(validFrom) })}{' '}
        <StatusTag status={status} />
      </span>
    </li>
  );
}
