import { Heading } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../../api/schema.ts';
import { useSession } from '../../../app/session.ts';
import { Answered } from '../../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../../ui/day.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { More } from '../../../ui/More.tsx';
import { StatusTag } from '../../../ui/StatusTag.tsx';
import { delegations } from '../queries.ts';
import { overviewRoute, type Side, type StatusWanted } from '../routes.ts';
import styles from './overview.module.css';

/** Those of one status, or of any, each a way to its own page. */
export function Listed({ side, status }: { side: Side; status: StatusWanted }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const { taskId, from, to } = overviewRoute.useSearch();
  const query = useInfiniteQuery(
    delegations({
      taskId,
      status: status === 'any' ? undefined : status,
      delegatorId: side === 'given' ? person?.id : from,
      delegateeId: side === 'received' ? person?.id : to,
    }),
  );
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {status === 'any' ? t('delegations.any') : t(`status.${status}`)}
      </Heading>
      <Answered query={query}>{(found) => <Found found={found} />}</Answered>
      <More query={query} />
    </section>
  );
}

function Found({ found }: { found: readonly DelegationView[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return <EmptyState text={t('delegations.none')} />;
  return (
    <ul className={styles.list}>
      {found.map((view) => (
        <Line key={view.id} view={view} />
      ))}
    </ul>
  );
}

function Line({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { id, task, delegator, delegatee, validFrom, validTo, status } = view;
  return (
    <li>
      <Link to="/delegations/$id" params={{ id }}>
        <strong>{task.name}</strong>
        <span>{t('delegation.parties', { delegator: delegator.name, delegatee: delegatee.name })}</span>
        <span className={styles.period}>
          {validTo
            ? t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })
            : t('delegation.fromOn', { from: dayText(validFrom) })}
        </span>
        <StatusTag status={status} />
      </Link>
    </li>
  );
}
