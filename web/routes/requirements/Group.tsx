import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button, Checkbox, CheckboxGroup, Select } from '@navikt/ds-react';
import { Controller, type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CompetenceView } from '../../api/schema.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { noOption, type Required } from './required.ts';
import styles from './requirements.module.css';

interface Part {
  readonly form: UseFormReturn<Required>;
  readonly place: number;
  readonly competences: readonly CompetenceView[];
  readonly occupations: readonly string[];
  readonly onRemove: () => void;
}

/** One requirement: one of its options is enough. */
export function Group({ form, place, competences, occupations, onRemove }: Part) {
  const { t } = useTranslation();
  const name = `allOf.${place}.anyOf` as const;
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  return (
    <fieldset className={styles.group}>
      <legend>{t('requirement.no', { no: place + 1 })}</legend>
      {fields.map(({ id }, i) => (
        <Option
          key={id}
          form={form}
          name={`${name}.${i}`}
          place={i}
          competences={competences}
          onRemove={fields.length > 1 ? () => remove(i) : undefined}
        />
      ))}
      <Excepted form={form} place={place} occupations={occupations} />
      <div className={styles.buttons}>
        <Button
          type="button"
          size="small"
          variant="secondary"
          data-color="neutral"
          icon={<PlusIcon aria-hidden />}
          onClick={() => append(noOption)}
        >
          {t('requirement.addOption')}
        </Button>
        <Button
          type="button"
          size="small"
          variant="tertiary"
          data-color="neutral"
          icon={<TrashIcon aria-hidden />}
          onClick={onRemove}
        >
          {t('requirement.remove', { no: place + 1 })}
        </Button>
      </div>
    </fieldset>
  );
}

interface OptionPart {
  readonly form: UseFormReturn<Required>;
  readonly name: `allOf.${number}.anyOf.${number}`;
  readonly place: number;
  readonly competences: readonly CompetenceView[];
  readonly onRemove?: () => void;
}

function Option({ form, name, place, competences, onRemove }: OptionPart) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const chosen = form.watch(`${name}.competenceId`);
  const levels = competences.find(({ id }) => id === chosen)?.levels ?? [];
  return (
    <div className={styles.option}>
      <Select
        label={place === 0 ? t('requirement.competence') : t('requirement.orCompetence')}
        {...field(`${name}.competenceId`, { required: t('requirement.competenceMissing') })}
      >
        <option value="">{t('requirement.choose')}</option>
        {competences.map(({ id, name: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </Select>
      {levels.length > 1 && (
        <Select label={t('requirement.minLevel')} {...field(`${name}.minLevel`)}>
          {levels.map((level, i) => (
            <option key={level} value={i + 1}>
              {level}
            </option>
          ))}
        </Select>
      )}
      {onRemove && (
        <Button
          type="button"
          variant="tertiary"
          data-color="neutral"
          icon={<TrashIcon title={t('requirement.removeOption', { no: place + 1 })} />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

/** The API knows of whom it is asked all the same: whoever does it by delegation or approval. */
function Excepted({ form, place, occupations }: Pick<Part, 'form' | 'place' | 'occupations'>) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  if (occupations.length === 0) return null;
  return (
    <Controller
      control={form.control}
      name={`allOf.${place}.exceptOccupations`}
      render={({ field: { value, onChange }, fieldState }) => (
        <CheckboxGroup
          size="small"
          legend={t('requirement.exceptLegend')}
          description={t('requirement.exceptHint')}
          value={value}
          onChange={onChange}
          error={fieldState.error?.message}
        >
          {[...new Set([...occupations, ...value])].map((code) => (
            <Checkbox key={code} value={code}>
              {nameOf(code, true)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    />
  );
}
