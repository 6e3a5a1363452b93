import { PlusIcon } from '@navikt/aksel-icons';
import { Select } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { dayText, lastDayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import styles from '../delegations/overview/overview.module.css';
import { ApprovalTag } from './ApprovalTag.tsx';
import { approvals } from './queries.ts';
import { approvalsRoute, statuses } from './routes.ts';

/** Who is approved to handle medicines, by which manager: another act than delegation, and said so. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const query = useInfiniteQuery(approvals(approvalsRoute.useSearch()));
  return (
    <Page title={t('approval.title')} lead={t('approval.lead')}>
      {roles.includes('manager') && <Begin />}
      <Filters />
      <section className={styles.section} aria-label={t('approval.title')}>
        <Answered query={query}>{(found) => <Found found={found} />}</Answered>
        <More query={query} />
      </section>
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  return (
    <LinkButton to="/approvals/new" icon={<PlusIcon aria-hidden />} className={styles.begin}>
      {t('approval.begin')}
    </LinkButton>
  );
}

function Found({ found }: { found: readonly ApprovalView[] }) {
  const { t } = useTranslation();
  if (found.length === 0) return <EmptyState text={t('approval.none')} />;
  return (
    <ul className={styles.list}>
      {found.map((view) => (
        <Line key={view.id} view={view} />
      ))}
    </ul>
  );
}

function Line({ view: { id, task, person, validFrom, validTo, status, approver } }: { view: ApprovalView }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/approvals/$id" params={{ id }}>
        <strong>{task.name}</strong>
        <span>{t('approval.parties', { approver: approver.name, person: person.name })}</span>
        <span className={styles.period}>
          {t('delegation.fromTo', { from: dayText(validFrom), to: lastDayText(validTo) })}
        </span>
        <ApprovalTag status={status} />
      </Link>
    </li>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { status, taskId, personId } = approvalsRoute.useSearch();
  const navigate = approvalsRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
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
            {t(`approval.status.${word}`)}
          </option>
        ))}
      </Select>
      <TaskSelect value={taskId} onChange={(wanted) => narrow({ taskId: wanted || undefined })} />
      <PersonPicker
        label={t('approval.person')}
        none={t('delegations.anybody')}
        value={personId ?? ''}
        onChange={({ target }) => narrow({ personId: target.value || undefined })}
      />
    </div>
  );
}

interface TaskWanted {
  readonly value: string | undefined;
  readonly onChange: (taskId: string) => void;
}

/** Only what handles medicines is approved. */
function TaskSelect({ value, onChange }: TaskWanted) {
  const { t } = useTranslation();
  const { data: tasks = [] } = useQuery(allTasks());
  return (
    <Select
      label={t('delegations.task')}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('delegations.allTasks')}</option>
      {tasks
        .filter(({ medicineHandling }) => medicineHandling)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}
