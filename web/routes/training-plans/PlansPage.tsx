import { PlusIcon } from '@navikt/aksel-icons';
import { Select } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrainingPlanLineView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import styles from '../delegations/overview/overview.module.css';
import { trainingPlans } from './queries.ts';
import { statuses, trainingPlansRoute } from './routes.ts';
import { PlanTag } from './Tags.tsx';

/** Pupils, students and others in training: what they are to learn, and under whom. One's own, those one supervises; all for managers. */
export function PlansPage() {
  const { t } = useTranslation();
  const { roles, person } = useSession();
  return (
    <Page title={t('training.title')} lead={t('training.lead')}>
      {(roles.includes('manager') || person) && (
        <LinkButton to="/training-plans/new" icon={<PlusIcon aria-hidden />} className={styles.begin}>
          {t('training.make')}
        </LinkButton>
      )}
      <Filters />
      <List />
    </Page>
  );
}

function List() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(trainingPlans(trainingPlansRoute.useSearch()));
  return (
    <section className={styles.section} aria-label={t('training.title')}>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={t('training.none')} />
          ) : (
            <ul className={styles.list}>
              {found.map((plan) => (
                <Line key={plan.id} plan={plan} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More query={query} />
    </section>
  );
}

function Line({ plan }: { plan: TrainingPlanLineView }) {
  const { t } = useTranslation();
  const { id, person, supervisor, purpose, validFrom, validTo, status, flags } = plan;
  const { goalsWanted: wanted, goalsMastered: mastered } = plan;
  return (
    <li>
      <Link to="/training-plans/$id" params={{ id }}>
        <span>
          <strong>{person.name}</strong>
          <br />
          {purpose}
        </span>
        <span>
          {[
            supervisor && t('training.supervisedBy', { name: supervisor.name }),
            t('training.progress', { mastered, count: wanted }),
            ...flags.map((flag) => t(`training.flag.${flag}`)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.period}>
          {t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })}
        </span>
        <PlanTag status={status} />
      </Link>
    </li>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { status } = trainingPlansRoute.useSearch();
  const narrow = useNarrowing();
  return (
    <div className={styles.filters}>
      <Select
        label={t('delegations.status')}
        value={status ?? ''}
        onChange={({ target }) => narrow({ status: target.value || undefined })}
      >
        <option value="">{t('delegations.any')}</option>
        {statuses.map((word) => (
          <option key={word} value={word}>
            {t(`training.status.${word}`)}
          </option>
        ))}
      </Select>
      {(roles.includes('manager') || roles.includes('auditor')) && <PeopleFilters />}
    </div>
  );
}

function useNarrowing() {
  const navigate = trainingPlansRoute.useNavigate();
  return (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
}

function PeopleFilters() {
  const { t } = useTranslation();
  const { personId, supervisorId } = trainingPlansRoute.useSearch();
  const narrow = useNarrowing();
  return (
    <>
      <PersonPicker
        label={t('training.trainee')}
        none={t('delegations.anybody')}
        value={personId ?? ''}
        onChange={({ target }) => narrow({ personId: target.value || undefined })}
      />
      <PersonPicker
        label={t('training.supervisor')}
        none={t('delegations.anybody')}
        value={supervisorId ?? ''}
        onChange={({ target }) => narrow({ supervisorId: target.value || undefined })}
      />
    </>
  );
}
