import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { WhatLapsedView } from '../../api/schema.ts';
import { dayText } from '../../ui/day.ts';
import styles from './people.module.css';

type Lapsed = WhatLapsedView['duties'][number];

/** What no longer stands, kind by kind, as the API tells it. */
export function Consequences({ lapsed }: { lapsed: WhatLapsedView }) {
  const { t } = useTranslation();
  const { duties, delegations, approvals, training } = lapsed;
  if (duties.length + delegations.length + approvals.length + training.length === 0)
    return <p>{t('consequence.nothing')}</p>;
  return (
    <>
      <Kind title={t('consequence.delegations', { count: delegations.length })} lapsed={delegations} />
      <Kind title={t('consequence.duties', { count: duties.length })} lapsed={duties} />
      <Kind title={t('consequence.approvals', { count: approvals.length })} lapsed={approvals} />
      {training.length > 0 && <Training training={training} />}
    </>
  );
}

function Training({ training }: { training: WhatLapsedView['training'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <Heading level="3" size="xsmall">
        {t('consequence.training', { count: training.length })}
      </Heading>
      <ul className={styles.lapsed}>
        {training.map(({ id, purpose, personName, supervisorName, at }) => (
          <li key={`${id} ${supervisorName}`}>
            <strong>{purpose}</strong>
            <span>
              {supervisorName ? t('consequence.under', { personName, supervisorName }) : personName}
            </span>
            <span className={styles.quiet}>{t('consequence.from', { day: dayText(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kind({ title, lapsed }: { title: string; lapsed: readonly Lapsed[] }) {
  const { t } = useTranslation();
  if (lapsed.length === 0) return null;
  return (
    <section>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      <ul className={styles.lapsed}>
        {lapsed.map(({ id, taskName, personName, delegatorName, at }) => (
          <li key={id}>
            <strong>{taskName}</strong>
            <span>
              {delegatorName
                ? t('delegation.parties', { delegator: delegatorName, delegatee: personName })
                : personName}
            </span>
            <span className={styles.quiet}>{t('consequence.from', { day: dayText(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
