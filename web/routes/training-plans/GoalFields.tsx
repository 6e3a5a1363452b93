import { PlusIcon } from '@navikt/aksel-icons';
import { Button, Fieldset, Select, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { TaskPicker } from '../../ui/TaskPicker.tsx';
import { type GoalTyped, noGoal } from './goals.ts';
import own from './training.module.css';

interface WithGoals {
  goals: GoalTyped[];
}

/** Goals in the order in which they are to be learnt: words first, then the task and the competence where there is one. */
export function GoalFields<Values extends WithGoals>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const part = form as unknown as UseFormReturn<WithGoals>;
  const { fields, append, remove } = useFieldArray({ control: part.control, name: 'goals' });
  return (
    <div className={own.fields}>
      {fields.map(({ id }, at) => (
        <Fieldset key={id} legend={t('training.goalNumber', { number: at + 1 })} className={own.goal}>
          <One form={part} at={at} />
          {fields.length > 1 && <Remove number={at + 1} onClick={() => remove(at)} />}
        </Fieldset>
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<PlusIcon aria-hidden />}
        className={own.more}
        onClick={() => append(noGoal())}
      >
        {t('training.oneMore')}
      </Button>
    </div>
  );
}

function Remove({ number, onClick }: { number: number; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="button" size="small" variant="tertiary" data-color="neutral" onClick={onClick}>
      {t('training.removeGoal', { number })}
    </Button>
  );
}

interface Part {
  readonly form: UseFormReturn<WithGoals>;
  readonly at: number;
}

function One({ form, at }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('training.goalText')}
        {...field(`goals.${at}.text`, { required: t('training.goalMissing') })}
      />
      <TaskPicker
        label={t('training.taskOptional')}
        none={t('training.noTask')}
        {...field(`goals.${at}.taskId`)}
      />
      <CompetencePicker
        label={t('training.competenceOptional')}
        none={t('training.noCompetence')}
        {...field(`goals.${at}.competenceId`)}
      />
      <Level form={form} at={at} />
    </>
  );
}

/** Of the competence that was chosen, where it has several. */
function Level({ form, at }: Part) {
  const { t } = useTranslation();
  const { data: all = [] } = useQuery(allCompetences());
  const chosen = form.watch(`goals.${at}.competenceId`);
  const levels = all.find(({ id }) => id === chosen)?.levels ?? [];
  if (levels.length < 2) return null;
  return (
    <Select label={t('teaching.level')} key={levels.length} {...fieldsOf(form)(`goals.${at}.level`)}>
      {levels.map((name, i) => (
        <option key={name} value={i + 1}>
          {name}
        </option>
      ))}
    </Select>
  );
}
