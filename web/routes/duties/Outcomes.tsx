import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { CheckedDutyView, RefusalView, TaskView } from '../../api/schema.ts';
import styles from './duties.module.css';

interface Told {
  readonly name: string;
  readonly outcomes: readonly CheckedDutyView[];
  readonly tasks: readonly TaskView[];
}

/** One person: what cannot be assigned and why, what should be known, and what is plain. */
export function Outcomes({ name, outcomes, tasks }: Told) {
  const { t } = useTranslation();
  const nameOf = (id: string) => tasks.find((task) => task.id === id)?.name ?? '';
  const refused = outcomes.filter(({ allowed }) => !allowed);
  const warned = outcomes.filter(({ allowed, warnings }) => allowed && warnings.length > 0);
  const plain = outcomes.filter(({ allowed, warnings }) => allowed && warnings.length === 0);
  return (
    <section className={styles.person} aria-label={name}>
      <Heading level="2" size="small">
        {name}
      </Heading>
      <p className={styles.tally}>
        {t('duty.tally', { allowed: warned.length + plain.length, refused: refused.length })}
      </p>
      <ul className={styles.outcomes}>
        {refused.map(({ taskId, refusals }) => (
          <li key={taskId} className={styles.refused}>
            <XMarkOctagonIcon aria-hidden fontSize="1.25rem" />
            <strong>{t('duty.refused', { task: nameOf(taskId) })}</strong>
            <Reasons reasons={refusals} />
          </li>
        ))}
        {warned.map(({ taskId, warnings }) => (
          <li key={taskId} className={styles.warned}>
            <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
            <strong>{t('duty.warned', { task: nameOf(taskId) })}</strong>
            <Reasons reasons={warnings} />
          </li>
        ))}
        {plain.length > 0 && (
          <li className={styles.allowed}>
            <CheckmarkCircleIcon aria-hidden fontSize="1.25rem" />
            <strong>{t('duty.allowed', { count: plain.length })}</strong>
            <ul>
              {plain.map(({ taskId }) => (
                <li key={taskId}>{nameOf(taskId)}</li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly RefusalView[] }) {
  const { t } = useTranslation();
  return reasons.map(({ code, detail, legalBases }) => (
    <p key={code}>
      {detail}{' '}
      <span className={styles.quiet}>
        {legalBases.map(({ citation, strength }) => `${citation} (${t(`strength.${strength}`)})`).join('; ')}
      </span>
    </p>
  ));
}
