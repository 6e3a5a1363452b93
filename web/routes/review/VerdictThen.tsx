import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { momentText } from '../../ui/day.ts';
import { Refusals } from '../../ui/Refusals.tsx';
import { decisionThen, type Moment } from './queries.ts';
import styles from './review.module.css';

interface Asked {
  readonly personId: string;
  readonly taskId: string;
  readonly moment: Moment;
}

/** Whether one person might do one task at the moment, and on what ground, or why not. */
export function VerdictThen({ personId, taskId, moment }: Asked) {
  const query = useQuery(decisionThen(personId, taskId, moment));
  return <Answered query={query}>{(decision) => <Decided decision={decision} />}</Answered>;
}

function Decided({ decision: { allowed, bases, refusals, until, knownFrom } }: { decision: DecisionView }) {
  const { t } = useTranslation();
  return (
    <>
      {allowed ? <Yes bases={bases} /> : <Refusals refusals={refusals} title={t('review.no')} />}
      {knownFrom && <p>{t('review.knownFrom', { day: momentText(knownFrom) })}</p>}
      {until && <p>{t('review.until', { day: momentText(until) })}</p>}
    </>
  );
}

function Yes({ bases }: Pick<DecisionView, 'bases'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.yes}>
      <Heading level="3" size="xsmall" className={styles.verdict}>
        <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
        {t('review.yes')}
      </Heading>
      <ul>
        {bases.map(({ kind, dutyId, delegationId, approvalId, occupation }) => (
          <li key={delegationId ?? dutyId ?? approvalId ?? `${kind} ${occupation}`}>
            {t(`review.kind.${kind}`)}{' '}
            {delegationId && (
              <Link to="/delegations/$id" params={{ id: delegationId }}>
                {t('delegation.read')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
