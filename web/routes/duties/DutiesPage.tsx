import { ExclamationmarkTriangleIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './duties.module.css';
import { EndDuty } from './EndDuty.tsx';
import { Filters } from './Filters.tsx';
import { duties } from './queries.ts';
import { dutiesRoute } from './routes.ts';

/** Who has been assigned what, inside their own role. */
export function DutiesPage() {
  const { t } = useTranslation();
  const { personId, taskId, on, all } = dutiesRoute.useSearch();
  const query = useInfiniteQuery(duties({ personId, taskId, at: all ? undefined : (on ?? 'now') }));
  const [ending, setEnding] = useState<DutyView | null>(null);
  return (
    <Page title={t('duty.title')} lead={t('duty.lead')}>
      <div className={styles.begin}>
        <LinkButton to="/duties/new" search={{ personId, taskId }} icon={<PlusIcon aria-hidden />}>
          {t('duty.begin')}
        </LinkButton>
      </div>
      <Filters />
      <section className={styles.section} aria-label={t('duty.title')}>
        <Answered query={query}>{(found) => <Listed found={found} onEnd={setEnding} />}</Answered>
        <More query={query} />
      </section>
      {ending && <EndDuty duty={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function Listed({ found, onEnd }: { found: readonly DutyView[]; onEnd: (duty: DutyView) => void }) {
  const { t } = useTranslation();
  const { personId, taskId, on } = dutiesRoute.useSearch();
  if (found.length === 0)
    return <EmptyState text={personId || taskId || on ? t('duty.noMatch') : t('duty.none')} />;
  return (
    <ul className={styles.list}>
      {found.map((duty) => (
        <Duty key={duty.id} duty={duty} onEnd={() => onEnd(duty)} />
      ))}
    </ul>
  );
}

function Duty({ duty, onEnd }: { duty: DutyView; onEnd: () => void }) {
  const { t } = useTranslation();
  const { personName, taskName } = duty;
  const isOver = duty.validFrom === null || (duty.validTo !== null && Date.parse(duty.validTo) <= Date.now());
  return (
    <li>
      <WhatItIs duty={duty} />
      {!isOver && (
        <Button
          variant="secondary"
          data-color="neutral"
          aria-label={t('duty.endOf', { task: taskName, person: personName })}
          onClick={onEnd}
        >
          {t('duty.end')}
        </Button>
      )}
    </li>
  );
}

function WhatItIs({ duty }: { duty: DutyView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const { personName, taskId, taskName, occupation, flags, endReason } = duty;
  return (
    <div className={styles.what}>
      <Link to="/tasks/$id" params={{ id: taskId }}>
        {taskName}
      </Link>
      <strong>{personName}</strong>
      <span className={styles.quiet}>
        {t('duty.as', { occupation: nameOf(occupation, true) })}
        <br />
        {usePeriod(duty)}
      </span>
      {endReason && <span className={styles.flag}>{t('duty.endedBecause', { reason: endReason })}</span>}
      {flags.map((flag) => (
        <span key={flag} className={styles.flag}>
          <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
          {t(`duty.flag.${flag}`)}
        </span>
      ))}
    </div>
  );
}

/** A duty that was taken back at once has never been in force. */
function usePeriod({ validFrom, validTo }: DutyView): string {
  const { t } = useTranslation();
  if (validFrom === null) return t('duty.never');
  const from = dayText(validFrom);
  return validTo
    ? t('delegation.fromTo', { from, to: lastDayText(validTo) })
    : t('delegation.fromOn', { from });
}
