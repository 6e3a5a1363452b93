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
      <Buttons no={place + 1} onAdd={() => append(noOption)} onRemove={onRemove} />
    </fieldset>
  );
}

interface Pressed {
  readonly no: number;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

function Buttons({ no, onAdd, onRemove }: Pressed) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button
        type="button"
        size="small"
        variant="secondary"
        data-color="neutral"
        icon={<PlusIcon aria-hidden />}
        onClick={onAdd}
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
        {t('requirement.remove', { no })}
      </Button>
    </div>
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
  const chosen = form.watch(`${name}.competenceId`);
  const levels = competences.find(({ id }) => id === chosen)?.levels ?? [];
  return (
    <div className={styles.option}>
      <CompetenceSelect form={form} name={name} place={place} competences={competences} />
      {levels.length > 1 && <LevelSelect form={form} name={name} levels={levels} />}
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

function CompetenceSelect({ form, name, place, competences }: Omit<OptionPart, 'onRemove'>) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
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
  );
}

type Graded = Pick<OptionPart, 'form' | 'name'> & Pick<CompetenceView, 'levels'>;

function LevelSelect({ form, name, levels }: Graded) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <Select label={t('requirement.minLevel')} {...field(`${name}.minLevel`)}>
      {levels.map((level, i) => (
        <option key={level} value={i + 1}>
          {level}
        </option>
      ))}
    </Select>
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
