import { Checkbox, CheckboxGroup, Search } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { allTasks } from '../../ui/choices.ts';
import styles from './people.module.css';

interface Chosen extends FieldValues {
  taskIds: string[];
}

/** Some of the clinic's tasks; what is chosen stays in sight while one looks for more. */
export function TaskChoice<Values extends Chosen>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const own = form as unknown as UseFormReturn<Chosen>;
  const [q, setQ] = useState('');
  return (
    <Controller
      control={own.control}
      name="taskIds"
      rules={{ validate: (chosen: string[]) => chosen.length > 0 || t('reaction.tasksMissing') }}
      render={({ field: { value, onChange }, fieldState }) => (
        <div className={styles.choice}>
          <Search
            label={t('reaction.searchTasks')}
            hideLabel={false}
            variant="simple"
            value={q}
            onChange={setQ}
          />
          <Tasks q={q} chosen={value} onChange={onChange} error={fieldState.error?.message} />
        </div>
      )}
    />
  );
}

interface Choosing {
  readonly q: string;
  readonly chosen: string[];
  readonly onChange: (chosen: string[]) => void;
  readonly error: string | undefined;
}

function Tasks({ q, chosen, onChange, error }: Choosing) {
  const { t } = useTranslation();
  const { data: tasks = [] } = useQuery(allTasks());
  const isNamed = (name: string) => name.toLowerCase().includes(q.trim().toLowerCase());
  return (
    <CheckboxGroup
      id="taskIds"
      tabIndex={-1}
      legend={t('reaction.chooseTasks')}
      value={chosen}
      onChange={onChange}
      error={error}
    >
      <div className={styles.tasks}>
        {tasks
          .filter(({ id, name }) => chosen.includes(id) || isNamed(name))
          .map(({ id, name }) => (
            <Checkbox key={id} value={id}>
              {name}
            </Checkbox>
          ))}
      </div>
    </CheckboxGroup>
  );
}
