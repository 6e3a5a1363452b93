import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../../ui/PersonPicker.tsx';
import { TaskPicker } from '../../../ui/TaskPicker.tsx';
import { overviewRoute, type Side, statuses } from '../routes.ts';
import styles from './overview.module.css';

/** Status, task, and the other side; where all are shown, both sides. */
export function Filters({ side }: { side: Side }) {
  const { t } = useTranslation();
  const { status, taskId } = overviewRoute.useSearch();
  const narrow = useNarrow();
  return (
    <div className={styles.filters}>
      <Select
        label={t('delegations.status')}
        value={status ?? ''}
        onChange={({ target }) => narrow({ status: target.value || undefined })}
      >
        <option value="">{t('delegations.current')}</option>
        {statuses.map((word) => (
          <option key={word} value={word}>
            {t(`status.${word}`)}
          </option>
        ))}
        <option value="any">{t('delegations.any')}</option>
      </Select>
      <TaskPicker
        label={t('delegations.task')}
        none={t('delegations.allTasks')}
        value={taskId ?? ''}
        onChange={({ target }) => narrow({ taskId: target.value || undefined })}
      />
      <Parties side={side} />
    </div>
  );
}

function useNarrow() {
  const navigate = overviewRoute.useNavigate();
  return (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
}

/** Whoever the reader is already is not asked for. */
function Parties({ side }: { side: Side }) {
  const { t } = useTranslation();
  const { from, to } = overviewRoute.useSearch();
  const narrow = useNarrow();
  return (
    <>
      {side !== 'given' && (
        <PersonPicker
          label={t('delegations.from')}
          none={t('delegations.anybody')}
          value={from ?? ''}
          onChange={({ target }) => narrow({ from: target.value || undefined })}
        />
      )}
      {side !== 'received' && (
        <PersonPicker
          label={t('delegations.to')}
          none={t('delegations.anybody')}
          value={to ?? ''}
          onChange={({ target }) => narrow({ to: target.value || undefined })}
        />
      )}
    </>
  );
}
