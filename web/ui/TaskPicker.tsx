import { Select, type SelectProps } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allTasks } from './choices.ts';

/** A task of the clinic, grouped by area; the value is the id. */
export function TaskPicker({ none, ...field }: Omit<SelectProps, 'children'> & { none?: string }) {
  const { t } = useTranslation();
  const { data: tasks = [] } = useQuery(allTasks());
  const areas = [...new Set(tasks.map(({ area }) => area))];
  return (
    <Select key={tasks.length} {...field}>
      <option value="">{none ?? t('form.chooseTask')}</option>
      {areas.map((area) => (
        <optgroup key={area} label={t(`area.${area}`)}>
          {tasks
            .filter((task) => task.area === area)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}
