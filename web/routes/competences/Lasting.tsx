import { Textarea, TextField } from '@navikt/ds-react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../ui/form.tsx';

/** As it is typed: nothing where time alone ends it not. */
export interface LastingValues {
  validityMonths: string;
  renewal: string;
}

export const lastingIn = ({ validityMonths, renewal }: LastingValues) => ({
  validityMonths: validityMonths.trim() === '' ? null : Number(validityMonths),
  renewal: renewal.trim() || null,
});

/** For how long such competence lasts, and what renews it. */
export function Lasting({ form }: { form: UseFormReturn<LastingValues> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('competence.months')}
        description={t('competence.monthsHelp')}
        inputMode="numeric"
        {...field('validityMonths', {
          validate: (typed) => /^\s*\d{0,3}\s*$/.test(typed) || t('competence.monthsWrong'),
        })}
      />
      <Textarea label={t('competence.renewalOptional')} {...field('renewal')} />
    </>
  );
}
