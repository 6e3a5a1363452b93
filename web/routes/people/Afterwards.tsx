import { Heading } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WhatLapsedView } from '../../api/schema.ts';
import { Consequences } from './Consequences.tsx';
import styles from './people.module.css';
import { Replacement } from './Replacement.tsx';
import { Step } from './Step.tsx';

/** What lapsed, and for each task of it who can or could take over. */
export function Afterwards({ lapsed, personId }: { lapsed: WhatLapsedView; personId: string }) {
  const { t } = useTranslation();
  const lost = [...lapsed.delegations, ...lapsed.duties, ...lapsed.approvals];
  return (
    <div className={styles.impact}>
      <Step text={t('consequence.lapsed')} takesFocus />
      <Consequences lapsed={lapsed} />
      {lost.length > 0 && <Replacements lost={lost} />}
      <p>
        <Link to="/people/$id" params={{ id: personId }}>
          {t('replace.back')}
        </Link>
      </p>
    </div>
  );
}

/** Each task once, without those who have just lost it. */
function Replacements({ lost }: { lost: WhatLapsedView['duties'] }) {
  const { t } = useTranslation();
  const tasks = [...new Map(lost.map(({ taskId, taskName }) => [taskId, taskName]))];
  return (
    <section className={styles.impact}>
      <Heading level="2" size="small">
        {t('replace.title')}
      </Heading>
      <p>{t('replace.lead')}</p>
      {tasks.map(([taskId, name], index) => (
        <Replacement
          key={taskId}
          task={{ id: taskId, name }}
          without={new Set(lost.filter((one) => one.taskId === taskId).map((one) => one.personId))}
          isOpen={index === 0}
        />
      ))}
    </section>
  );
}
