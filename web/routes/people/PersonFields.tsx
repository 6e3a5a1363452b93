import { TextField } from '@navikt/ds-react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { textOf } from './form.ts';

export interface PersonValues {
  name: string;
  email: string;
  hprNumber: string;
  birthDate: string;
}

export const nobody: PersonValues = { name: '', email: '', hprNumber: '', birthDate: '' };

/** Who somebody is; only the name must be known. */
export function PersonFields({ form }: { form: UseFormReturn<PersonValues> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('person.name')}
        autoComplete="off"
        {...field('name', { required: t('person.nameMissing') })}
      />
      <TextField label={t('person.email')} type="email" autoComplete="off" {...field('email')} />
      <TextField
        label={t('person.hprNumber')}
        description={t('person.hprHint')}
        inputMode="numeric"
        autoComplete="off"
        {...field('hprNumber', { pattern: { value: /^\s*\d*\s*$/, message: t('person.hprWrong') } })}
      />
      <DayField
        label={t('person.birthDate')}
        {...field('birthDate', {
          validate: (typed) => typed.trim() === '' || isoDay(typed) !== null || t('form.notADay'),
        })}
      />
    </>
  );
}

export const personIn = ({ name, email, hprNumber, birthDate }: PersonValues) => ({
  name: name.trim(),
  email: textOf(email),
  hprNumber: hprNumber.trim() === '' ? null : Number(hprNumber),
  birthDate: isoDay(birthDate),
});
