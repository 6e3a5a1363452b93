import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
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
            {({ items: delegated }) =>
              assigned.length + delegated.length === 0 ? (
                <p>{t('task.noHolder')}</p>
              ) : (
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
                      –{' '}
                      <span className={styles.quiet}>{t('task.delegatedBy', { name: delegator.name })}</span>{' '}
                      {validTo && <Until to={validTo} />}
                    </li>
                  ))}
                </ul>
              )
            }
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

function Until({ to }: { to: string }) {
  const { t } = useTranslation();
  return <span className={styles.quiet}>{t('task.until', { day: lastDayText(to) })}</span>;
}
