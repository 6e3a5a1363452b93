import { Select, type SelectProps } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allPeople } from './choices.ts';

/** Somebody at the clinic, with the title that tells people of the same name apart; the value is the id. */
export function PersonPicker({ none, ...field }: Omit<SelectProps, 'children'> & { none?: string }) {
  const { t } = useTranslation();
  const { data: people = [] } = useQuery(allPeople());
  return (
    // A choice that has not come yet cannot be shown: made anew when there is something to choose from.
    <Select key={people.length} {...field}>
      <option value="">{none ?? t('form.choosePerson')}</option>
      {people.map(({ id, name, titleOn }) => (
        <option key={id} value={id}>
          {titleOn.title ? `${name}, ${titleOn.title}` : name}
        </option>
      ))}
    </Select>
  );
}
