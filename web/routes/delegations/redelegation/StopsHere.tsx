import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '../../../api/schema.ts';
import { Refusals } from '../../../ui/Refusals.tsx';
import { delegation } from '../queries.ts';
import styles from './redelegation.module.css';

/** A chain would begin: who has left what to whom, why it stops, and where to read what can be done instead. */
export function StopsHere({ refusal, delegationId }: { refusal: RefusalView; delegationId: string }) {
  const { t } = useTranslation();
  // What others have left to each other is shown to those who may read it; the reason is for everyone.
  const { data } = useQuery({ ...delegation(delegationId), retry: false });
  return (
    <section className={styles.stop}>
      {data && (
        <p>
          {t('redelegation.chain', {
            delegator: data.delegator.name,
            delegatee: data.delegatee.name,
            task: data.task.name,
          })}
        </p>
      )}
      <Refusals refusals={[refusal]} title={t('redelegation.stops')} />
      {data && (
        <Link to="/delegations/$id/redelegation" params={{ id: delegationId }}>
          {t('redelegation.instead')}
        </Link>
      )}
    </section>
  );
}
