import { useEffect } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import { useDraft } from '../../app/draft.ts';
import { endOfDay, isoDay } from '../../ui/day.ts';

/** A form that is kept in this tab until it is sent. */
export function useKeptForm<Values extends FieldValues>(
  name: string,
  empty: Values,
): { form: UseFormReturn<Values>; discard: () => void } {
  const { begun, keep, discard } = useDraft<Values>(name);
  const form = useForm<Values>({
    defaultValues: { ...empty, ...begun } as DefaultValues<Values>,
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  return { form, discard };
}

/** A day of the API, or nothing; what is no day has been refused by the form. */
export const dayOf = (typed: string): string => isoDay(typed) ?? '';
export const endOf = (typed: string): string | null => endOfDay(typed);
export const textOf = (typed: string): string | null => typed.trim() || null;
