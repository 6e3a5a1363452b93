import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { task } from '../delegations/queries.ts';
import { Requirements } from '../requirements/Requirements.tsx';
import { Holders } from './Holders.tsx';
import { taskRoute } from './routes.ts';
import { TaskTags } from './TaskTags.tsx';
import styles from './tasks.module.css';

/** One task: what it is, what the law says of it, who holds it, and what is asked of whoever does it. */
export function TaskPage() {
  const { t } = useTranslation();
  const { id } = taskRoute.useParams();
  const { roles } = useSession();
  const query = useQuery(task(id));
  const isManager = roles.includes('manager');
  return (
    <Page title={query.data?.name ?? t('task.one')}>
      <Answered query={query}>
        {(view) => (
          <>
            <TaskTags task={view} />
            <WhatItIs task={view} />
            <Law task={view} />
            <HeldByRight task={view} />
            <Requirements of="tasks" id={id} editable={isManager} />
            {isManager && <Holders taskId={id} />}
            <Acts id={id} isManager={isManager} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Acts({ id, isManager }: { id: string; isManager: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.acts}>
      {isManager && (
        <LinkButton to="/tasks/$id/change" params={{ id }} variant="secondary">
          {t('task.change')}
        </LinkButton>
      )}
      <Link to="/tasks">{t('task.back')}</Link>
    </div>
  );
}

function WhatItIs({ task: { area, source, catalogueCode, lineage } }: { task: TaskView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="what">
      <Heading level="2" size="small" id="what" spacing>
        {t('task.what')}
      </Heading>
      <Facts
        facts={[
          [t('task.area'), t(`area.${area}`)],
          [t('task.origin'), catalogueCode ? t('task.kind.national') : t('task.kind.own')],
          [t('task.source'), source && source.kind === 'seed' ? `${source.title} (${source.publisher})` : ''],
          [t('task.quote'), source?.quote],
        ]}
      />
      {lineage.length > 0 && <Lineage lineage={lineage} />}
    </section>
  );
}

function Lineage({ lineage }: Pick<TaskView, 'lineage'>) {
  const { t } = useTranslation();
  const { data: tasks = [] } = useQuery(allTasks());
  const nameOf = (id: string) => tasks.find((task) => task.id === id)?.name ?? '';
  return (
    <ul className={styles.held}>
      {lineage.map(({ taskId, relation }) => (
        <li key={taskId}>
          {t(`task.lineage.${relation}`)}{' '}
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {nameOf(taskId) || t('task.one')}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Law({ task: { legalNotes, reservedTo, contested, medicineHandling } }: { task: TaskView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const reserved = reservedTo?.map((code) => nameOf(code, true)).join(', ');
  return (
    <section className={styles.section} aria-labelledby="law">
      <Heading level="2" size="small" id="law">
        {t('task.law')}
      </Heading>
      <ul className={styles.law}>
        {reserved && <li>{t('task.reservedText', { occupations: reserved })}</li>}
        {contested && <li>{t('task.contestedText')}</li>}
        {medicineHandling && <li>{t('task.medicineText')}</li>}
        {legalNotes.map(({ legalBasis: { id, citation, strength }, note }) => (
          <li key={id}>
            <p>{note}</p>
            <p className={styles.quiet}>
              {citation} ({t(`strength.${strength}`)})
            </p>
          </li>
        ))}
        {legalNotes.length === 0 && !reserved && !contested && !medicineHandling && (
          <li className={styles.quiet}>{t('task.noLaw')}</li>
        )}
      </ul>
    </section>
  );
}

function HeldByRight({ task: { entitlements } }: { task: TaskView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  return (
    <section className={styles.section} aria-labelledby="held">
      <Heading level="2" size="small" id="held">
        {t('task.byRight')}
      </Heading>
      {entitlements.length === 0 && <p>{t('task.heldByNobody')}</p>}
      <ul className={styles.held}>
        {entitlements.map(({ occupation, mayDelegate }) => (
          <li key={occupation}>
            {nameOf(occupation, true)} –{' '}
            <span className={styles.quiet}>
              {mayDelegate ? t('task.mayDelegate') : t('task.mayNotDelegate')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
