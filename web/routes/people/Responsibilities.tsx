import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HeldTaskView, PersonView, ResponsibilitiesView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { BasisTag } from '../../ui/BasisTag.tsx';
import { lastDayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './people.module.css';
import { responsibilitiesOf } from './queries.ts';

/** What the person answers for today, and ways to everything else that is written about them. */
export function Responsibilities({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { roles, person } = useSession();
  const inspects = roles.includes('manager') || roles.includes('auditor');
  const query = useQuery({
    ...responsibilitiesOf(view.id),
    enabled: inspects || person?.id === view.id,
  });
  if (!inspects && person?.id !== view.id) return <p>{t('person.notYours')}</p>;
  return (
    <>
      <Answered query={query}>{(held) => <Held held={held} />}</Answered>
      <MoreAbout id={view.id} inspects={inspects} />
    </>
  );
}

function Held({ held }: { held: ResponsibilitiesView }) {
  const { t } = useTranslation();
  return (
    <>
      {held.pending.length > 0 && (
        <p>
          <Link to="/delegations" search={{ to: held.personId, status: 'proposed' }}>
            {t('person.pending', { count: held.pending.length })}
          </Link>
        </p>
      )}
      {held.areas.length === 0 && <EmptyState text={t('person.holdsNothing')} />}
      {held.areas.map(({ code, tasks }) => (
        <section key={code} className={styles.area}>
          <Heading level="2" size="xsmall">
            {t(`area.${code as 'generelt'}`)}
          </Heading>
          <ul className={styles.held}>
            {tasks.map((task) => (
              <Line key={`${task.task.id} ${task.basis}`} held={task} personId={held.personId} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ held, personId }: { held: HeldTaskView; personId: string }) {
  const { t } = useTranslation();
  const { task, basis, until, allowed, delegation, refusals } = held;
  return (
    <li>
      <span className={styles.what}>
        <Link to="/review" search={{ personId, taskId: task.id }}>
          {task.name}
        </Link>
        {!allowed && (
          <span className={styles.stopped}>
            <strong>{t('responsibilities.notNow')}</strong> {refusals[0]?.detail}
          </span>
        )}
      </span>
      <BasisTag basis={basis} />
      <span className={styles.quiet}>
        {delegation && t('responsibilities.from', { name: delegation.delegator.name })}{' '}
        {until && t('responsibilities.until', { day: lastDayText(until) })}
      </span>
    </li>
  );
}

function MoreAbout({ id, inspects }: { id: string; inspects: boolean }) {
  const { t } = useTranslation();
  return (
    <section className={styles.area}>
      <Heading level="2" size="xsmall">
        {t('person.moreAbout')}
      </Heading>
      <ul className={styles.ways}>
        <ToDelegations id={id} />
        {inspects && (
          <li>
            <Link to="/competence-records" search={{ personId: id, status: 'any' }}>
              {t('person.competence')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/training-plans" search={{ personId: id }}>
            {t('person.training')}
          </Link>
        </li>
        {inspects && <ToLog id={id} />}
      </ul>
    </section>
  );
}

function ToDelegations({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <li>
        <Link to="/delegations" search={{ from: id, status: 'any' }}>
          {t('person.given')}
        </Link>
      </li>
      <li>
        <Link to="/delegations" search={{ to: id, status: 'any' }}>
          {t('person.received')}
        </Link>
      </li>
    </>
  );
}

function ToLog({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/log" search={{ personId: id }}>
        {t('person.inLog')}
      </Link>
    </li>
  );
}
