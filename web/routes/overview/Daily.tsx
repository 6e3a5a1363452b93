import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CoverageView, NeedView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText } from '../../ui/day.ts';
import { useOccupationNames } from '../delegations/occupations.ts';
import { coverage } from '../people/queries.ts';
import { Card } from './Card.tsx';
import styles from './overview.module.css';
import { isComing, needs, proposedDelegations } from './queries.ts';

/** The day at the clinic: what waits, what ends soon, what hangs by one person. */
export function Daily() {
  const needed = useQuery(needs());
  const covered = useQuery(coverage());
  return (
    <div className={styles.cards}>
      <Answered query={needed}>{({ items }) => <Needs needed={items} />}</Answered>
      <Answered query={covered}>{(week) => <Fragile week={week} />}</Answered>
      <Unanswered />
      <Answered query={needed}>{({ items }) => <Unauthorised needed={items} />}</Answered>
    </div>
  );
}

function Needs({ needed }: { needed: readonly NeedView[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Card
        title={t('overview.waiting')}
        none={t('overview.nothingWaits')}
        items={needed.filter((need) => !isComing(need) && need.kind !== 'authorisation-missing')}
        keyOf={keyOfNeed}
        to="/needs"
      >
        {(need) => <Need need={need} />}
      </Card>
      <Card
        title={t('overview.ending')}
        none={t('overview.nothingEnds')}
        items={needed.filter(isComing)}
        keyOf={keyOfNeed}
        to="/needs"
      >
        {(need) => <Need need={need} />}
      </Card>
    </>
  );
}

const keyOfNeed = ({ kind, person, subjectId, occupation, task, competences }: NeedView): string =>
  [kind, person.id, subjectId, occupation, task?.id, ...competences.map(({ id }) => id)].join(' ');

function Need({ need: { kind, person, task, competences, at, within, subjectId } }: { need: NeedView }) {
  const { t } = useTranslation();
  const isDelegation = kind === 'delegation-expires' || kind === 'review-overdue';
  const named = competences.map(({ name }) => name).join(' / ');
  return (
    <>
      {isDelegation && subjectId ? (
        <Link to="/delegations/$id" params={{ id: subjectId }}>
          {person.name}
        </Link>
      ) : (
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
      )}{' '}
      {t(`overview.need.${kind}`)} <strong>{named || task?.name}</strong>{' '}
      {named && task && <span className={styles.quiet}>{t('overview.forTask', { task: task.name })} </span>}
      {at && (
        <span className={styles.quiet}>
          {within === null
            ? t('overview.since', { day: dayText(at) })
            : t('responsibilities.lastDay', { day: lastDayText(at) })}
        </span>
      )}
    </>
  );
}

/** Tasks that only one may do, on some weekday or in all. */
function Fragile({ week: { tasks } }: { week: CoverageView }) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('overview.fragile')}
      none={t('overview.nothingFragile')}
      items={tasks.filter(({ singlePoint, nobody }) => singlePoint || nobody.length > 0)}
      keyOf={({ task }) => task.id}
      to="/coverage"
    >
      {({ task, onlyOne, singlePoint }) => (
        <>
          <strong>{task.name}</strong>{' '}
          <span className={styles.quiet}>
            {onlyOne && t('overview.only', { name: onlyOne.name })}
            {!onlyOne && t(singlePoint ? 'overview.someDays' : 'overview.nobodyDays')}
          </span>
        </>
      )}
    </Card>
  );
}

/** Delegations that have not been answered yet. */
function Unanswered() {
  const { t } = useTranslation();
  const query = useQuery(proposedDelegations());
  return (
    <Answered query={query}>
      {({ items }) => (
        <Card
          title={t('overview.unanswered')}
          none={t('overview.allAnswered')}
          items={items}
          keyOf={({ id }) => id}
          to="/delegations"
        >
          {({ id, task, delegator, delegatee }) => (
            <>
              <Link to="/delegations/$id" params={{ id }}>
                {task.name}
              </Link>{' '}
              <span className={styles.quiet}>
                {t('delegation.parties', { delegator: delegator.name, delegatee: delegatee.name })}
              </span>
            </>
          )}
        </Card>
      )}
    </Answered>
  );
}

/** Engaged in an occupation that needs an authorisation, without a right to practise it that is registered. */
function Unauthorised({ needed }: { needed: readonly NeedView[] }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  return (
    <Card
      title={t('overview.unauthorised')}
      none={t('overview.allAuthorised')}
      items={needed.filter(({ kind }) => kind === 'authorisation-missing')}
      keyOf={keyOfNeed}
      to="/needs"
    >
      {({ person, occupation }) => (
        <>
          <Link to="/people/$id" params={{ id: person.id }} search={{ tab: 'authorisations' }}>
            {person.name}
          </Link>{' '}
          <span className={styles.quiet}>{occupation && nameOf(occupation, true)}</span>
        </>
      )}
    </Card>
  );
}
