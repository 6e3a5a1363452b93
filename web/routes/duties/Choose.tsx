import { Button, Checkbox, CheckboxGroup, Heading, Select } from '@navikt/ds-react';
import { useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf } from '../../ui/form.tsx';
import { areas } from '../tasks/words.ts';
import type { Choices } from './AssignPage.tsx';
import { type Chosen, mostPairs, tasksOfRole } from './chosen.ts';
import styles from './duties.module.css';
import { assignRoute } from './routes.ts';

interface Part {
  readonly form: UseFormReturn<Chosen>;
  readonly choices: Choices;
}

export function Choose({ form, choices }: Part) {
  const { t } = useTranslation();
  const navigate = assignRoute.useNavigate();
  const field = fieldsOf(form);
  const show = form.handleSubmit(() => navigate({ search: { step: 'check' } }));
  return (
    <form onSubmit={show} noValidate className={styles.form}>
      <FormErrors form={form} />
      <People form={form} choices={choices} />
      <Tasks form={form} choices={choices} />
      <div className={styles.period}>
        <DayField
          label={t('duty.validFrom')}
          {...field('validFrom', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
        />
        <DayField
          label={t('duty.validTo')}
          {...field('validTo', {
            validate: (typed) => typed.trim() === '' || isoDay(typed) !== null || t('form.notADay'),
          })}
        />
      </div>
      <div>
        <Button type="submit">{t('duty.check')}</Button>
      </div>
    </form>
  );
}

function People({ form, choices: { people } }: Part) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="personIds"
      rules={{ validate: (chosen) => chosen.length > 0 || t('duty.peopleMissing') }}
      render={({ field: { value, onChange }, fieldState }) => (
        <CheckboxGroup
          id="personIds"
          tabIndex={-1}
          legend={t('duty.people')}
          value={value}
          onChange={onChange}
          error={fieldState.error?.message}
        >
          <div className={styles.choice}>
            {people.map(({ id, name, titleOn }) => (
              <Checkbox key={id} value={id}>
                {titleOn.title ? `${name}, ${titleOn.title}` : name}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
    />
  );
}

/** Ticked one by one, or all that a role description holds. */
function Tasks({ form, choices: { tasks, roles } }: Part) {
  const { t } = useTranslation();
  const error = form.getFieldState('taskIds', form.formState).error?.message;
  return (
    <section className={styles.areas} aria-labelledby="tasks-title">
      <Heading level="2" size="small" id="tasks-title">
        {t('duty.tasks')}
      </Heading>
      {roles.length > 0 && <OfRole form={form} roles={roles} />}
      <Controller
        control={form.control}
        name="taskIds"
        rules={{
          validate: (chosen, { personIds }) =>
            (chosen.length === 0 && t('duty.tasksMissing')) ||
            chosen.length * personIds.length <= mostPairs ||
            t('duty.tooManyPairs', { most: mostPairs }),
        }}
        render={({ field: { value, onChange } }) => (
          <>
            <p className={styles.tally} role="status" id="taskIds" tabIndex={-1}>
              {t('duty.chosen', { count: value.length })}
            </p>
            {error && <p className="aksel-error-message aksel-label">{error}</p>}
            <ByArea tasks={tasks} chosen={value} onChange={onChange} />
          </>
        )}
      />
    </section>
  );
}

interface Ticked {
  readonly tasks: Choices['tasks'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function ByArea({ tasks, chosen, onChange }: Ticked) {
  return areas.map((area) => {
    const here = tasks.filter((task) => task.area === area);
    if (here.length === 0) return null;
    return <OneArea key={area} area={area} tasks={here} chosen={chosen} onChange={onChange} />;
  });
}

function OneArea({ area, tasks, chosen, onChange }: Ticked & { area: (typeof areas)[number] }) {
  const { t } = useTranslation();
  const ids = new Set(tasks.map(({ id }) => id));
  const here = chosen.filter((id) => ids.has(id));
  return (
    <details>
      <summary>{t('duty.area', { area: t(`area.${area}`), chosen: here.length, all: tasks.length })}</summary>
      <CheckboxGroup
        hideLegend
        legend={t(`area.${area}`)}
        value={here}
        onChange={(ticked) => onChange([...chosen.filter((id) => !ids.has(id)), ...ticked])}
      >
        <div className={styles.choice}>
          {tasks.map(({ id, name }) => (
            <Checkbox key={id} value={id}>
              {name}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </details>
  );
}

type RolePart = Pick<Part, 'form'> & Pick<Choices, 'roles'>;

/** The tasks of the role chosen before give way to those of the one chosen now. */
function useRole({ form, roles }: RolePart) {
  const { roleDescriptionId } = assignRoute.useSearch();
  const [id, setId] = useState(roleDescriptionId ?? '');
  const take = (chosen: string) => {
    const before = tasksOfRole(roles.find((role) => role.id === id));
    const after = tasksOfRole(roles.find((role) => role.id === chosen));
    const kept = form.getValues('taskIds').filter((task) => !before.includes(task));
    form.setValue('taskIds', [...new Set([...kept, ...after])], {
      shouldValidate: form.formState.isSubmitted,
    });
    setId(chosen);
  };
  return { id, take };
}

function OfRole({ form, roles }: RolePart) {
  const { t } = useTranslation();
  const { id, take } = useRole({ form, roles });
  return (
    <div className={styles.roles}>
      <Select
        label={t('duty.ofRole')}
        description={t('duty.ofRoleHint')}
        value={id}
        onChange={({ target }) => take(target.value)}
      >
        <option value="">{t('duty.noRole')}</option>
        {roles.map((role) => (
          <option key={role.id} value={role.id}>
            {role.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
