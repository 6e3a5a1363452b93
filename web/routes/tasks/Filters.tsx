import { Search, Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from './AreaSelect.tsx';
import { OccupationSelect } from './OccupationSelect.tsx';
import { tasksRoute } from './routes.ts';
import styles from './tasks.module.css';
import { type Kind, words } from './words.ts';

/** Each of them stands in the address. */
export function Filters() {
  const { t } = useTranslation();
  const { q, area, kind, occupation } = tasksRoute.useSearch();
  const navigate = tasksRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <Search
        label={t('task.search')}
        hideLabel={false}
        variant="simple"
        value={q ?? ''}
        onChange={(value) => narrow({ q: value || undefined })}
      />
      <AreaSelect
        label={t('task.area')}
        none={t('task.allAreas')}
        value={area ?? ''}
        onChange={({ target }) => narrow({ area: target.value || undefined })}
      />
      <KindSelect kind={kind} onChange={(chosen) => narrow({ kind: chosen || undefined })} />
      <OccupationSelect
        label={t('task.heldBy')}
        none={t('task.anyOccupation')}
        value={occupation ?? ''}
        onChange={({ target }) => narrow({ occupation: target.value || undefined })}
      />
    </div>
  );
}

function KindSelect({ kind, onChange }: { kind: Kind | undefined; onChange: (chosen: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select label={t('task.kindLabel')} value={kind ?? ''} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('task.allKinds')}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {t(`task.kind.${word}`)}
        </option>
      ))}
    </Select>
  );
}
