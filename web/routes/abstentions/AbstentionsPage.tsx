import { Button, Select } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { AbstentionView, operations } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { pagesOf } from '../../ui/pages.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './abstentions.module.css';
import { abstentionsRoute } from './routes.ts';

type Wanted = NonNullable<operations['listAbstentions']['parameters']['query']>;

const abstentions = (wanted: Wanted) =>
  pagesOf<AbstentionView>(['abstentions', wanted], (cursor, signal) =>
    answerOf(api.GET('/api/v1/abstentions', { params: { query: { ...wanted, cursor } }, signal })),
  );

/** Who has said not to master what: a call for training, ended by a new assessment only. */
export function AbstentionsPage() {
  const { t } = useTranslation();
  const { open, personId, taskId } = abstentionsRoute.useSearch();
  const navigate = abstentionsRoute.useNavigate();
  const query = useInfiniteQuery(abstentions({ open: open ?? 'true', personId, taskId }));
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <Page title={t('abstentions.title')} lead={t('abstentions.lead')}>
      <div className={styles.filters}>
        <Select
          label={t('delegations.status')}
          value={open ?? ''}
          onChange={({ target }) => narrow({ open: target.value || undefined })}
        >
          <option value="">{t('abstentions.open')}</option>
          <option value="false">{t('abstentions.ended')}</option>
        </Select>
        <PersonPicker
          label={t('matrix.person')}
          none={t('matrix.everybody')}
          value={personId ?? ''}
          onChange={({ target }) => narrow({ personId: target.value || undefined })}
        />
        <TaskPicker
          label={t('delegations.task')}
          none={t('delegations.allTasks')}
          value={taskId ?? ''}
          onChange={({ target }) => narrow({ taskId: target.value || undefined })}
        />
      </div>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={t('abstentions.none')} />
          ) : (
            <ul className={styles.list}>
              {found.map((view) => (
                <Abstention key={view.id} view={view} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More query={query} />
    </Page>
  );
}

function Abstention({ view }: { view: AbstentionView }) {
  const { t } = useTranslation();
  const { person, task, reason, validFrom, validTo, endReason, can } = view;
  return (
    <li>
      <div>
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
        <p>{task.name}</p>
      </div>
      <div>
        <p>«{reason}»</p>
        <p className={styles.quiet}>{t('abstentions.since', { day: dayText(validFrom) })}</p>
        {validTo && (
          <p className={styles.quiet}>
            {t('abstentions.endedOn', { day: dayText(validTo), reason: endReason ?? '' })}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <Link to="/matrix" search={{ person: person.id, task: task.id }}>
          {t('need.whatCanBeDone')}
        </Link>
        {can.end && <End view={view} />}
      </div>
    </li>
  );
}

/** By somebody else's new assessment, with what was seen. */
function End({ view: { id, person, task } }: { view: AbstentionView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const names = { person: person.name, task: task.name };
  const end = useAct({
    send: (reason: string) =>
      answerOf(api.POST('/api/v1/abstentions/{id}/end', { params: { path: { id } }, body: { reason } })),
    done: () => t('abstentions.endDone', names),
  });
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        onClick={() => setAsking(true)}
        aria-label={t('abstentions.endOf', names)}
      >
        {t('abstentions.end')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('abstentions.end')}
          text={t('abstentions.endText', names)}
          verb={t('abstentions.end')}
          act={end}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
