import { TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DaySearch } from '../../ui/DaySearch.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './review.module.css';
import { type ReviewSearch, reviewRoute } from './routes.ts';

export function Question() {
  const { t } = useTranslation();
  const search = reviewRoute.useSearch();
  const navigate = reviewRoute.useNavigate();
  const set = (part: Partial<ReviewSearch>) => navigate({ search: { ...search, ...part }, replace: true });
  return (
    <search className={styles.question} aria-label={t('review.question')}>
      <PersonPicker
        label={t('review.person')}
        value={search.personId ?? ''}
        onChange={(event) => set({ personId: event.target.value || undefined })}
      />
      <TaskPicker
        label={t('review.task')}
        value={search.taskId ?? ''}
        onChange={(event) => set({ taskId: event.target.value || undefined })}
      />
      <DaySearch label={t('review.day')} value={search.day} onChange={(day) => set({ day })} />
      <Clock value={search.time} onChange={(time) => set({ time })} />
      <DaySearch
        label={t('review.knownDay')}
        value={search.knownDay}
        onChange={(knownDay) => set({ knownDay })}
      />
    </search>
  );
}

function Clock({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (time: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '12:00');
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim());
  return (
    <TextField
      label={t('review.time')}
      description={t('review.timeFormat')}
      inputMode="numeric"
      value={typed}
      error={!time && t('review.timeWrong')}
      onChange={(event) => {
        setTyped(event.target.value);
        const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(event.target.value.trim()) ?? [];
        if (hour && minute) onChange(`${hour.padStart(2, '0')}:${minute}`);
      }}
    />
  );
}
