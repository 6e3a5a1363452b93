import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import styles from './records.module.css';
import { recordsRoute, statuses } from './routes.ts';

/** Whose, of what, and where it stands. */
export function Filters() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { status, personId, competenceId } = recordsRoute.useSearch();
  const navigate = recordsRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <Select
        label={t('delegations.status')}
        value={status ?? ''}
        onChange={({ target }) => narrow({ status: target.value || undefined })}
      >
        <option value="">{t('record.current')}</option>
        {statuses.map((word) => (
          <option key={word} value={word}>
            {t(`record.status.${word}`)}
          </option>
        ))}
        <option value="any">{t('delegations.any')}</option>
      </Select>
      {(roles.includes('manager') || roles.includes('auditor')) && (
        <PersonPicker
          label={t('record.person')}
          none={t('delegations.anybody')}
          value={personId ?? ''}
          onChange={({ target }) => narrow({ personId: target.value || undefined })}
        />
      )}
      <CompetencePicker
        label={t('record.competence')}
        none={t('matrix.allCompetences')}
        value={competenceId ?? ''}
        onChange={({ target }) => narrow({ competenceId: target.value || undefined })}
      />
    </div>
  );
}
