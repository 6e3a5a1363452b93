import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { DaySearch } from '../../ui/DaySearch.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './duties.module.css';
import { dutiesRoute } from './routes.ts';

export function Filters() {
  const { t } = useTranslation();
  const { personId, taskId, on, all } = dutiesRoute.useSearch();
  const navigate = dutiesRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <PersonPicker
        label={t('duty.person')}
        none={t('delegations.anybody')}
        value={personId ?? ''}
        onChange={({ target }) => narrow({ personId: target.value || undefined })}
      />
      <TaskPicker
        label={t('delegations.task')}
        none={t('delegations.allTasks')}
        value={taskId ?? ''}
        onChange={({ target }) => narrow({ taskId: target.value || undefined })}
      />
      <Which all={all} onChange={(chosen) => narrow({ all: chosen || undefined, on: undefined })} />
      {!all && <DaySearch label={t('duty.on')} value={on} onChange={(day) => narrow({ on: day })} />}
    </div>
  );
}

function Which({ all, onChange }: { all: string | undefined; onChange: (chosen: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select label={t('duty.which')} value={all ?? ''} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('duty.inForce')}</option>
      <option value="yes">{t('duty.everything')}</option>
    </Select>
  );
}
