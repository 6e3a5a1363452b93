import { XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { myResponsibilities } from '../../responsibilities/queries.ts';
import styles from './mine.module.css';

/** Tasks that are one's own and that one may not do now for want of competence: what the API says is missing. */
export function Missing() {
  const { t } = useTranslation();
  const { data } = useQuery(myResponsibilities());
  const missing = (data?.areas ?? [])
    .flatMap(({ tasks }) => tasks)
    .map(({ task, refusals }) => ({
      task,
      reasons: refusals.filter(({ code }) => code.startsWith('competence-')),
    }))
    .filter(({ reasons }) => reasons.length > 0);
  if (missing.length === 0) return null;
  return (
    <section className={styles.missing} aria-labelledby="missing">
      <Heading level="2" size="small" id="missing" className={styles.missingTitle}>
        <XMarkOctagonIcon aria-hidden />
        {t('myCompetence.missing')}
      </Heading>
      <ul>
        {missing.map(({ task, reasons }) => (
          <li key={task.id}>
            <Link to="/decisions" search={{ taskId: task.id }}>
              {task.name}
            </Link>
            {reasons.map(({ detail }) => (
              <p key={detail}>{detail}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
