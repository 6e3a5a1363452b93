import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { dayText } from '../../ui/day.ts';
import styles from './responsibilities.module.css';

/** Delegations that wait for an answer: each leads to its assessments, for nobody accepts unread. */
export function Pending({ pending }: { pending: readonly DelegationView[] }) {
  const { t } = useTranslation();
  if (pending.length === 0) return null;
  return (
    <section className={styles.pending} aria-labelledby="pending">
      <Heading level="2" size="small" id="pending">
        {t('responsibilities.pending', { count: pending.length })}
      </Heading>
      <ul className={styles.cards}>
        {pending.map(({ id, task, delegator, validFrom }) => (
          <li key={id}>
            <Link to="/delegations/$id" params={{ id }} className={styles.card}>
              <span>
                <strong>{task.name}</strong>
                <br />
                {t('responsibilities.pendingFrom', { delegator: delegator.name, day: dayText(validFrom) })}
              </span>
              <ChevronRightIcon aria-hidden fontSize="1.5rem" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
