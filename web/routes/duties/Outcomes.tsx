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
          <Refused key={taskId} task={nameOf(taskId)} reasons={refusals} />
        ))}
        {warned.map(({ taskId, warnings }) => (
          <Warned key={taskId} task={nameOf(taskId)} reasons={warnings} />
        ))}
        {plain.length > 0 && <Allowed outcomes={plain} nameOf={nameOf} />}
      </ul>
    </section>
  );
}

interface OfTask {
  readonly task: string;
  readonly reasons: readonly RefusalView[];
}

function Refused({ task, reasons }: OfTask) {
  const { t } = useTranslation();
  return (
    <li className={styles.refused}>
      <XMarkOctagonIcon aria-hidden fontSize="1.25rem" />
      <strong>{t('duty.refused', { task })}</strong>
      <Reasons reasons={reasons} />
    </li>
  );
}

function Warned({ task, reasons }: OfTask) {
  const { t } = useTranslation();
  return (
    <li className={styles.warned}>
      <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
      <strong>{t('duty.warned', { task })}</strong>
      <Reasons reasons={reasons} />
    </li>
  );
}

function Allowed({ outcomes, nameOf }: Pick<Told, 'outcomes'> & { nameOf: (id: string) => string }) {
  const { t } = useTranslation();
  return (
    <li className={styles.allowed}>
      <CheckmarkCircleIcon aria-hidden fontSize="1.25rem" />
      <strong>{t('duty.allowed', { count: outcomes.length })}</strong>
      <ul>
        {outcomes.map(({ taskId }) => (
          <li key={taskId}>{nameOf(taskId)}</li>
        ))}
      </ul>
    </li>
  );
}

function Reasons({ reasons }: Pick<OfTask, 'reasons'>) {
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
