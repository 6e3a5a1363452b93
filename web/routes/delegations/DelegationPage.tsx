import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { Acts } from './Acts.tsx';
import styles from './delegations.module.css';
import { Life } from './Life.tsx';
import { Papers } from './Papers.tsx';
import { delegation } from './queries.ts';
import { Reply } from './Reply.tsx';
import { delegationRoute } from './routes.ts';
import { Terms } from './Terms.tsx';

/** One delegation to read; whoever it waits for answers beneath what there is to read. */
export function DelegationPage() {
  const { t } = useTranslation();
  const { id } = delegationRoute.useParams();
  const query = useQuery(delegation(id));
  return (
    <Page title={query.data?.task.name ?? t('delegation.title')}>
      <Answered query={query}>
        {(view) => (
          <>
            <Parties view={view} />
            <Terms view={view} />
            <Reply delegation={view} />
            <Acts view={view} />
            <Life view={view} />
            <Papers view={view} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Parties({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { status, delegator, delegatee, validFrom, validTo } = view;
  const period = validTo
    ? t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })
    : t('delegation.fromOn', { from: dayText(validFrom) });
  return (
    <>
      <p className={styles.parties}>
        <StatusTag status={status} />
        <span>{t('delegation.parties', { delegator: delegator.name, delegatee: delegatee.name })}</span>
      </p>
      <p>{period}</p>
    </>
  );
}
