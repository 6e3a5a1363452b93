import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { BodyLong, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { lastDayText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { Refusals } from '../../ui/Refusals.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './decisions.module.css';
import { HadAt } from './HadAt.tsx';
import { decision, task } from './queries.ts';
import { decisionRoute } from './routes.ts';

/** The verdict on one task now, as the API gives it: yes and on what ground, or no and why. */
export function Answer({ personId, taskId }: { personId: string; taskId: string }) {
  const { t } = useTranslation();
  const { q } = decisionRoute.useSearch();
  const navigate = decisionRoute.useNavigate();
  const query = useQuery(decision(personId, taskId));
  const { data: asked } = useQuery(task(taskId));
  return (
    <Page title={asked?.name ?? t('decision.title')}>
      <Answered query={query}>{(verdict) => <Verdict verdict={verdict} />}</Answered>
      <div className={styles.another}>
        <TaskPicker
          label={t('decision.another')}
          value={taskId}
          onChange={(event) => navigate({ search: { q, taskId: event.target.value || undefined } })}
        />
      </div>
    </Page>
  );
}

function Verdict({ verdict }: { verdict: DecisionView }) {
  const { t } = useTranslation();
  const { taskId, allowed, bases, refusals, until, emergency } = verdict;
  return (
    <>
      {allowed ? <Yes bases={bases} /> : <No refusals={refusals} />}
      {until && <p>{t('decision.until', { day: lastDayText(until) })}</p>}
      {emergency && (
        <BodyLong className={styles.emergency}>
          {emergency}{' '}
          <Link to="/emergencies" search={{ taskId }}>
            {t('emergency.begin')}
          </Link>
        </BodyLong>
      )}
    </>
  );
}

function Yes({ bases }: Pick<DecisionView, 'bases'>) {
  const { t } = useTranslation();
  return (
    <section className={styles.yes}>
      <Heading level="2" size="small" className={styles.yesTitle}>
        <CheckmarkCircleIcon aria-hidden fontSize="1.75rem" />
        {t('decision.yes')}
      </Heading>
      <ul>
        {bases.map(({ kind, delegationId, dutyId, approvalId, occupation }) => (
          <li key={delegationId ?? dutyId ?? approvalId ?? `${kind} ${occupation}`}>
            {t(`decision.kind.${kind}`)}
            {delegationId && (
              <>
                {' '}
                <Link to="/delegations/$id" params={{ id: delegationId }}>
                  {t('delegation.read')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function No({ refusals }: Pick<DecisionView, 'refusals'>) {
  const { t } = useTranslation();
  return (
    <>
      <Refusals refusals={refusals} title={t('decision.no')} />
      <HadAt refusals={refusals} />
    </>
  );
}
