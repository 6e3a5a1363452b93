import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { ExpiringView } from '../../api/schema.ts';
import { BasisTag } from '../../ui/BasisTag.tsx';
import { daysUntil, lastDayText } from '../../ui/day.ts';
import styles from './responsibilities.module.css';

/** What ends within the days that the API counts as soon. */
export function Expiring({ expiring, at }: { expiring: readonly ExpiringView[]; at: string }) {
  const { t } = useTranslation();
  if (expiring.length === 0) return null;
  return (
    <section className={styles.notice} aria-labelledby="expiring">
      <Heading level="2" size="small" id="expiring">
        {t('responsibilities.expiring')}
      </Heading>
      <ul className={styles.lines}>
        {expiring.map(({ task, basis, until }) => (
          <li key={`${task.id} ${basis}`}>
            <span>{task.name}</span>
            <BasisTag basis={basis} />
            <span className={styles.quiet}>
              {t('responsibilities.lastDay', { day: lastDayText(until) })},{' '}
              {t('responsibilities.inDays', { count: daysUntil(until, Date.parse(at)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
