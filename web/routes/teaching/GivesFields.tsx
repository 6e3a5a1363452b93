import { PlusIcon } from '@navikt/aksel-icons';
import { Button, Fieldset, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { fieldsOf } from '../../ui/form.tsx';
import type { Plan } from './plan.ts';
import styles from './teaching.module.css';

/** Of which competences those who are present are given records, and at which level. */
export function GivesFields({ form }: { form: UseFormReturn<Plan> }) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'gives' });
  return (
    <Fieldset legend={t('teaching.gives')} description={t('teaching.givesHelp')}>
      {fields.map(({ id }, at) => (
        <Given key={id} form={form} at={at} onRemove={() => remove(at)} />
      ))}
      <Button
        type="button"
        variant="secondary"
        size="small"
        icon={<PlusIcon aria-hidden />}
        onClick={() => append({ competenceId: '', level: '1' })}
      >
        {t('teaching.givesMore')}
      </Button>
    </Fieldset>
  );
}

interface Row {
  readonly form: UseFormReturn<Plan>;
  readonly at: number;
  readonly onRemove: () => void;
}

function Given({ form, at, onRemove }: Row) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { data: all = [] } = useQuery(allCompetences());
  const chosen = form.watch(`gives.${at}.competenceId`);
  const levels = all.find(({ id }) => id === chosen)?.levels ?? [];
  return (
    <div className={styles.given}>
      <CompetencePicker
        label={t('teaching.competence')}
        {...field(`gives.${at}.competenceId`, { required: t('teaching.competenceMissing') })}
      />
      <Select label={t('teaching.level')} key={levels.length} {...field(`gives.${at}.level`)}>
        {levels.map((name, i) => (
          <option key={name} value={i + 1}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="button" variant="tertiary" data-color="neutral" onClick={onRemove}>
        {t('teaching.givesLess')}
      </Button>
    </div>
  );
}
