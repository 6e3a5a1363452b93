import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button, Checkbox, CheckboxGroup, Heading, Textarea } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { languageInUse } from '../../app/language.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { legalBases } from '../catalogue/queries.ts';
import { Bases } from './Content.tsx';
import styles from './editor.module.css';
import type { Written } from './written.ts';

interface Part {
  readonly form: UseFormReturn<Written>;
}

/** General obligations, each in words and with what it rests on. */
export function ObligationFields({ form }: Part) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'obligations' });
  return (
    <section className={styles.part} aria-labelledby="obligations-title">
      <Heading level="2" size="small" id="obligations-title">
        {t('roleDescription.obligations')}
      </Heading>
      {fields.map(({ id }, i) => (
        <Obligation key={id} form={form} place={i} onRemove={() => remove(i)} />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-color="neutral"
          icon={<PlusIcon aria-hidden />}
          onClick={() => append({ text: '', legalBases: [] })}
        >
          {t('editor.addObligation')}
        </Button>
      </div>
    </section>
  );
}

function Obligation({ form, place, onRemove }: Part & { place: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const [isOpen, setOpen] = useState(false);
  const no = place + 1;
  return (
    <div className={styles.obligation}>
      <Textarea
        label={t('editor.obligation', { no })}
        minRows={2}
        {...field(`obligations.${place}.text`, { required: t('editor.obligationMissing') })}
      />
      <Bases obligation={form.watch(`obligations.${place}`)} />
      {isOpen && <Grounds form={form} place={place} />}
      <Buttons no={no} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} onRemove={onRemove} />
    </div>
  );
}

interface Pressed {
  readonly no: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

function Buttons({ no, isOpen, onToggle, onRemove }: Pressed) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {t('editor.grounds', { no })}
      </Button>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={<TrashIcon aria-hidden />}
        onClick={onRemove}
      >
        {t('editor.removeObligation', { no })}
      </Button>
    </div>
  );
}

function Grounds({ form, place }: Part & { place: number }) {
  const { t } = useTranslation();
  const { data: known = [] } = useQuery(legalBases());
  const name = `obligations.${place}.legalBases` as const;
  return (
    <CheckboxGroup
      size="small"
      legend={t('editor.groundsLegend')}
      value={form.watch(name)}
      onChange={(chosen) => form.setValue(name, chosen, { shouldDirty: true })}
    >
      {known.map(({ id, citation }) => (
        <Checkbox key={id} value={id}>
          {citation[languageInUse()]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
