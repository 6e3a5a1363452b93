import { Select, type SelectProps } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allCompetences } from './choices.ts';

/** A competence of the clinic, by name; the value is the id. */
export function CompetencePicker({ none, ...field }: Omit<SelectProps, 'children'> & { none?: string }) {
  const { t } = useTranslation();
  const { data: competences = [] } = useQuery(allCompetences());
  return (
    <Select key={competences.length} {...field}>
      <option value="">{none ?? t('form.chooseCompetence')}</option>
      {competences
        .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </Select>
  );
}
