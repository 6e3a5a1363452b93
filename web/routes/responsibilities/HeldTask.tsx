import { Button } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbstentionView, HeldTaskView } from '../../api/schema.ts';
import { later } from '../../app/later.ts';
import { BasisTag } from '../../ui/BasisTag.tsx';
import { daysUntil, lastDayText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Refusals } from '../../ui/Refusals.tsx';
import styles from './responsibilities.module.css';

const AbstainDialog = later(async () => ({ default: (await import('./AbstainDialog.tsx')).AbstainDialog }));

interface Held {
  readonly held: HeldTaskView;
  readonly abstention: AbstentionView | undefined;
}

/** One task one answers for: closed it says what and on what ground, opened everything about it, which is not made before. */
export const HeldTask = memo(function HeldTask({ held, abstention }: Held) {
  const { t } = useTranslation();
  const [wasOpened, setWasOpened] = useState(false);
  const { task, basis, until, allowed } = held;
  return (
    <li>
      <details className={styles.task} onToggle={() => setWasOpened(true)}>
        <summary>
          <span className={styles.line}>
            <span className={styles.taskName}>{task.name}</span>
            <BasisTag basis={basis} />
            {!allowed && <strong className={styles.stopped}>{t('responsibilities.notNow')}</strong>}
            {held.delegation && (
              <span className={styles.quiet}>
                {t('responsibilities.from', { name: held.delegation.delegator.name })}
              </span>
            )}
            {until && daysUntil(until) < 365 && (
              <span className={styles.quiet}>{t('responsibilities.until', { day: lastDayText(until) })}</span>
            )}
          </span>
        </summary>
        {wasOpened && <Details held={held} abstention={abstention} />}
      </details>
    </li>
  );
});

function Details({ held, abstention }: Held) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.details}>
      {held.refusals.length > 0 && (
        <Refusals refusals={held.refusals} title={t('responsibilities.whyNotNow')} />
      )}
      <Terms held={held} />
      {abstention && <p>{t('abstention.yours', { reason: abstention.reason })}</p>}
      <div className={styles.acts}>
        <Link to="/decisions" search={{ taskId: held.task.id }}>
          {t(held.allowed ? 'decision.whyMay' : 'decision.whyMayNot')}
        </Link>
        {!abstention && (
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setAsking(true)}>
            {t('abstention.begin')}
          </Button>
        )}
      </div>
      <Suspense>{asking && <AbstainDialog task={held.task} onClose={() => setAsking(false)} />}</Suspense>
    </div>
  );
}

/** For what was received: from whom, on what terms, under whose eyes. */
function Terms({ held: { delegation, approval, flags, until } }: { held: HeldTaskView }) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          [t('delegation.from'), delegation?.delegator.name],
          [t('approval.by'), approval?.approver.name],
          [t('delegation.conditions'), delegation?.conditions ?? approval?.conditions],
          [t('delegation.reachable'), delegation?.reachableHow],
          [t('delegation.reviewBy'), delegation && lastDayText(delegation.reviewBy)],
          [t('responsibilities.untilLabel'), until && lastDayText(until)],
        ]}
      />
      {delegation && (
        <Link to="/delegations/$id" params={{ id: delegation.id }}>
          {t('delegation.read')}
        </Link>
      )}
      {approval && (
        <Link to="/approvals/$id" params={{ id: approval.id }}>
          {t('approval.read')}
        </Link>
      )}
      {flags.map((flag) => (
        <p key={flag}>{t(`flag.${flag}`)}</p>
      ))}
    </>
  );
}
