import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import styles from './delegations.module.css';
import { delegation } from './queries.ts';
import { Reply } from './Reply.tsx';
import { delegationRoute } from './routes.ts';

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
            <Assessment view={view} />
            <Reply delegation={view} />
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

/** The three assessments of § 5, the conditions and the follow-up: what an acceptance rests on. */
function Assessment({ view: { assessment, conditions, supervision } }: { view: DelegationView }) {
  const { t } = useTranslation();
  const read: [label: string, text: string | null | undefined][] = [
    [t('delegation.taskNature'), assessment.taskNature],
    [t('delegation.qualifications'), assessment.qualifications],
    [t('delegation.followUp'), assessment.followUp],
    [t('delegation.conditions'), conditions],
    [t('delegation.reachable'), supervision.reachableHow],
    [t('delegation.reviewBy'), lastDayText(supervision.reviewBy)],
  ];
  return (
    <section>
      <Heading level="2" size="small">
        {t('delegation.assessed')}
      </Heading>
      <dl className={styles.read}>
        {read.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text ?? t('delegation.notSaid')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
