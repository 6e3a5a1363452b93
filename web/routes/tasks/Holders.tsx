import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DelegationView, DutyView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { lastDayText } from '../../ui/day.ts';
import { delegationsOf, dutiesIn } from './queries.ts';
import styles from './tasks.module.css';

/** Who has the task now, and on what ground. Whether each of them may do it today is the decision's to say. */
export function Holders({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const duties = useQuery(dutiesIn(taskId));
  const delegations = useQuery(delegationsOf(taskId));
  return (
    <section className={styles.section} aria-labelledby="holders">
      <Heading level="2" size="small" id="holders">
        {t('task.holders')}
      </Heading>
      <Answered query={duties}>
        {({ items: assigned }) => (
          <Answered query={delegations}>
            {({ items: delegated }) => <Held assigned={assigned} delegated={delegated} />}
          </Answered>
        )}
      </Answered>
      <p>
        <Link to="/duties" search={{ taskId }}>
          {t('task.duties')}
        </Link>
      </p>
    </section>
  );
}

interface Holding {
  readonly assigned: readonly DutyView[];
  readonly delegated: readonly DelegationView[];
}

function Held({ assigned, delegated }: Holding) {
  const { t } = useTranslation();
  if (assigned.length + delegated.length === 0) return <p>{t('task.noHolder')}</p>;
  return (
    <ul className={styles.held}>
      {assigned.map(({ id, personName, validTo }) => (
        <li key={id}>
          {personName} – <span className={styles.quiet}>{t('basis.own')}</span>{' '}
          {validTo && <Until to={validTo} />}
        </li>
      ))}
      {delegated.map(({ id, delegatee, delegator, validTo }) => (
        <li key={id}>
          <Link to="/delegations/$id" params={{ id }}>
            {delegatee.name}
          </Link>{' '}
          – <span className={styles.quiet}>{t('task.delegatedBy', { name: delegator.name })}</span>{' '}
          {validTo && <Until to={validTo} />}
        </li>
      ))}
    </ul>
  );
}

function Until({ to }: { to: string }) {
  const { t } = useTranslation();
  return <span className={styles.quiet}>{t('task.until', { day: lastDayText(to) })}</span>;
}
