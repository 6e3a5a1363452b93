import { Button, Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { DaySearch } from '../../ui/DaySearch.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import styles from './log.module.css';
import { type LogSearch, logRoute } from './routes.ts';
import { knownTypes, typeText } from './words.ts';

/** Narrows the log; each choice is in the address at once, so that it can be kept or sent. */
export function LogFilters() {
  const { t } = useTranslation();
  const search = logRoute.useSearch();
  const navigate = logRoute.useNavigate();
  const set = (part: Partial<LogSearch>) => navigate({ search: { ...search, ...part }, replace: true });
  const narrowed = Object.values(search).some((value) => value !== undefined);
  return (
    <search className={styles.filters} aria-label={t('log.filters')}>
      <TypeSelect value={search.type} onChange={(type) => set({ type })} />
      <OrderSelect value={search.order} onChange={(order) => set({ order })} />
      <DaySearch label={t('log.from')} value={search.from} onChange={(from) => set({ from })} />
      <DaySearch label={t('log.to')} value={search.to} onChange={(to) => set({ to })} />
      <PersonPicker
        label={t('log.person')}
        none={t('log.everybody')}
        value={search.personId ?? ''}
        onChange={(event) => set({ personId: event.target.value || undefined })}
      />
      <TaskPicker
        label={t('log.task')}
        value={search.taskId ?? ''}
        onChange={(event) => set({ taskId: event.target.value || undefined })}
      />
      {narrowed && <Clear onClick={() => navigate({ search: {}, replace: true })} />}
    </search>
  );
}

function Clear({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="tertiary" data-color="neutral" className={styles.clear} onClick={onClick}>
      {t('log.clear')}
    </Button>
  );
}

interface OrderChoice {
  readonly value: LogSearch['order'];
  readonly onChange: (order: LogSearch['order']) => void;
}

function OrderSelect({ value, onChange }: OrderChoice) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('log.order')}
      value={value ?? 'desc'}
      onChange={(event) => onChange(event.target.value === 'asc' ? 'asc' : undefined)}
    >
      <option value="desc">{t('log.newestFirst')}</option>
      <option value="asc">{t('log.oldestFirst')}</option>
    </Select>
  );
}

interface TypeChoice {
  readonly value: string | undefined;
  readonly onChange: (type: string | undefined) => void;
}

/** Every type of entry there is, in words, in the order of the words. */
function TypeSelect({ value, onChange }: TypeChoice) {
  const { t } = useTranslation();
  const types = knownTypes().map((type) => [type, typeText(type, t)] as const);
  const sorted = types.toSorted(([, a], [, b]) => a.localeCompare(b, 'nb'));
  return (
    <Select
      label={t('log.type')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{t('log.allTypes')}</option>
      {sorted.map(([type, text]) => (
        <option key={type} value={type}>
          {text}
        </option>
      ))}
    </Select>
  );
}
