import { Search, Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from './AreaSelect.tsx';
import { OccupationSelect } from './OccupationSelect.tsx';
import { tasksRoute } from './routes.ts';
import styles from './tasks.module.css';
import { words } from './words.ts';

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
      <Select
        label={t('task.kindLabel')}
        value={kind ?? ''}
        onChange={({ target }) => narrow({ kind: target.value || undefined })}
      >
        <option value="">{t('task.allKinds')}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {t(`task.kind.${word}`)}
          </option>
        ))}
      </Select>
      <OccupationSelect
        label={t('task.heldBy')}
        none={t('task.anyOccupation')}
        value={occupation ?? ''}
        onChange={({ target }) => narrow({ occupation: target.value || undefined })}
      />
    </div>
  );
}
