import { BodyLong, Heading, LocalAlert } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TrainingPlanView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText, momentText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import styles from '../delegations/delegations.module.css';
import { Acts } from './Acts.tsx';
import { Goal } from './Goal.tsx';
import { trainingPlan } from './queries.ts';
import { trainingPlanRoute } from './routes.ts';
import { PlanTag } from './Tags.tsx';
import own from './training.module.css';

/** One plan: goals with what has been signed, who supervises, and what has become of it. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id } = trainingPlanRoute.useParams();
  const query = useQuery(trainingPlan(id));
  return (
    <Page
      title={query.data ? `${query.data.person.name}: ${query.data.purpose}` : t('training.one')}
      lead={t('training.noRight')}
    >
      <Answered query={query}>
        {(plan) => (
          <>
            <Told plan={plan} />
            <Goals goals={plan.goals} />
            <Acts plan={plan} />
            <Supervisions plan={plan} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Goals({ goals }: Pick<TrainingPlanView, 'goals'>) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="goals">
      <Heading level="2" size="small" id="goals">
        {t('training.goals')}
      </Heading>
      <ol className={own.goals}>
        {goals.map((goal) => (
          <Goal key={goal.id} goal={goal} />
        ))}
      </ol>
    </section>
  );
}

function Told({ plan }: { plan: TrainingPlanView }) {
  const { t } = useTranslation();
  const { status, supervisor, validFrom, validTo, flags, steps, goalsMastered, goalsWanted } = plan;
  const end = steps.find(({ kind }) => kind !== 'made');
  return (
    <>
      <p className={styles.parties}>
        <PlanTag status={status} />
        <span>{t('training.progress', { mastered: goalsMastered, count: goalsWanted })}</span>
      </p>
      <div className={own.told}>
        <Facts
          facts={[
            [t('training.supervisor'), supervisor?.name ?? t('training.nobody')],
            [
              t('training.period'),
              t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) }),
            ],
            [
              t('training.ended'),
              end &&
                `${t(`training.step.${end.kind}`)} ${momentText(end.at)}${end.reason ? `: ${end.reason}` : ''}`,
            ],
          ]}
        />
      </div>
      <Flags flags={flags} />
    </>
  );
}

function Flags({ flags }: Pick<TrainingPlanView, 'flags'>) {
  const { t } = useTranslation();
  return (
    <>
      {flags.map((flag) => (
        <LocalAlert key={flag} status="warning" className={own.flag}>
          <LocalAlert.Header>
            <LocalAlert.Title as="h2">{t(`training.flag.${flag}`)}</LocalAlert.Title>
          </LocalAlert.Header>
          <LocalAlert.Content>
            <BodyLong>{t('training.flagText')}</BodyLong>
          </LocalAlert.Content>
        </LocalAlert>
      ))}
    </>
  );
}

function Supervisions({ plan: { supervisions } }: { plan: TrainingPlanView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="supervisions">
      <Heading level="2" size="small" id="supervisions">
        {t('training.supervisions')}
      </Heading>
      <ul className={styles.read}>
        {supervisions.map(({ supervisor, validFrom, validTo, reason, endReason, decidedAt }) => (
          <li key={decidedAt}>
            <strong>{supervisor.name}</strong>
            <br />
            {validFrom && validTo
              ? t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })
              : t('training.neverStood')}
            {(reason ?? endReason) && <p>{reason ?? endReason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
