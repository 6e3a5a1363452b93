import { Checkbox, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { DaySearch } from '../../ui/DaySearch.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { occupations } from '../delegations/queries.ts';
import styles from './matrix.module.css';
import { areas, matrixRoute } from './routes.ts';
import { useNarrow } from './useNarrow.ts';

/** What is looked at; folded away where there is little room, until something is narrowed. */
export function Filters() {
  const { t } = useTranslation();
  const { at, knownDay, area, competenceId, tasks, occupation } = matrixRoute.useSearch();
  const isNarrowed = Boolean(at ?? knownDay ?? area ?? competenceId ?? tasks ?? occupation);
  const [wasOpened, setWasOpened] = useState(isNarrowed);
  if (!useNarrow()) return <Choices />;
  return (
    <details className={styles.fold} open={isNarrowed || undefined} onToggle={() => setWasOpened(true)}>
      <summary>{t('matrix.filters')}</summary>
      {(wasOpened || isNarrowed) && <Choices />}
    </details>
  );
}

/** Each choice counts at once and stands in the address. */
function Choices() {
  const { t } = useTranslation();
  const { at, knownDay, area, competenceId, tasks } = matrixRoute.useSearch();
  const navigate = matrixRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        label={t('matrix.area')}
        value={area ?? ''}
        onChange={({ target }) => narrow({ area: target.value || undefined })}
      >
        <option value="">{t('matrix.allAreas')}</option>
        {areas.map((one) => (
          <option key={one} value={one}>
            {t(`area.${one}`)}
          </option>
        ))}
      </Select>
      <OccupationSelect onChoose={(occupation) => narrow({ occupation })} />
      <CompetencePicker
        size="small"
        label={t('matrix.competence')}
        none={t('matrix.allCompetences')}
        value={competenceId ?? ''}
        onChange={({ target }) => narrow({ competenceId: target.value || undefined })}
      />
      <DaySearch size="small" label={t('matrix.day')} value={at} onChange={(day) => narrow({ at: day })} />
      <DaySearch
        size="small"
        label={t('matrix.knownDay')}
        value={knownDay}
        onChange={(day) => narrow({ knownDay: day })}
      />
      <Checkbox
        size="small"
        checked={tasks === 'all'}
        onChange={({ target }) => narrow({ tasks: target.checked ? 'all' : undefined })}
      >
        {t('matrix.allTasks')}
      </Checkbox>
    </div>
  );
}

function OccupationSelect({ onChoose }: { onChoose: (code: string | undefined) => void }) {
  const { t } = useTranslation();
  const { occupation } = matrixRoute.useSearch();
  const { data } = useQuery(occupations());
  const nameOf = useOccupationNames();
  const named = (data?.items ?? [])
    .map(({ code }) => ({ code, name: nameOf(code, false) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  return (
    <Select
      key={named.length}
      size="small"
      label={t('matrix.occupation')}
      value={occupation ?? ''}
      onChange={({ target }) => onChoose(target.value || undefined)}
    >
      <option value="">{t('matrix.allOccupations')}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
