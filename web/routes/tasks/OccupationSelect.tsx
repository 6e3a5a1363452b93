import { Select, type SelectProps } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageInUse } from '../../app/language.ts';
import { occupations } from '../delegations/queries.ts';

/** An occupation that there still is, by its title in the reader's language; the value is the code. */
export function OccupationSelect({ none, ...field }: Omit<SelectProps, 'children'> & { none?: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(occupations());
  const language = languageInUse();
  const known = (data?.items ?? [])
    .filter(({ retired }) => !retired)
    .toSorted((a, b) => a.title[language].localeCompare(b.title[language], language));
  return (
    // A choice that has not come yet cannot be shown: made anew when there is something to choose from.
    <Select key={known.length} {...field}>
      <option value="">{none ?? t('task.chooseOccupation')}</option>
      {known.map(({ code, title }) => (
        <option key={code} value={code}>
          {title[language]}
        </option>
      ))}
    </Select>
  );
}
