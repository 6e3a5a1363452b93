import { Textarea } from '@navikt/ds-react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { dayOf, endOf } from './form.ts';

/** What every decision of the authorities has: a period, when the clinic came to know, and what it says. */
export interface Struck extends FieldValues {
  validFrom: string;
  validTo: string;
  knownFrom: string;
  note: string;
}

export const nothingStruck = (): Struck => ({
  validFrom: today(),
  validTo: '',
  knownFrom: today(),
  note: '',
});

export const periodOf = ({ validFrom, validTo }: Struck) => ({
  validFrom: dayOf(validFrom),
  validTo: endOf(validTo) ?? undefined,
});

export const decidedIn = (values: Struck) => ({
  ...periodOf(values),
  knownFrom: dayOf(values.knownFrom),
  note: values.note.trim(),
});

/** To be read once more before it is recorded. */
export function useStruckFacts(): (values: Struck) => readonly (readonly [string, string | null])[] {
  const { t } = useTranslation();
  return ({ validFrom, validTo, knownFrom, note }) => [
    [t('reaction.from'), validFrom],
    [t('reaction.lastDay'), validTo || t('reaction.noEnd')],
    [t('reaction.knownFrom'), knownFrom],
    [t('reaction.note'), note],
  ];
}

export function StruckFields<Values extends Struck>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form as unknown as UseFormReturn<Struck>);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <DayField label={t('reaction.from')} {...field('validFrom', { validate: isDay })} />
      <DayField
        label={t('reaction.to')}
        {...field('validTo', { validate: (typed: string) => typed.trim() === '' || isDay(typed) })}
      />
      <DayField label={t('reaction.knownFrom')} {...field('knownFrom', { validate: isDay })} />
      <Textarea
        label={t('reaction.note')}
        description={t('reaction.noteHint')}
        minRows={3}
        {...field('note', { validate: (typed: string) => typed.trim() !== '' || t('reaction.noteMissing') })}
      />
    </>
  );
}
