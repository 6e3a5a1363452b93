import { useEffect } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import { useDraft } from './draft.ts';

interface Kept<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** When it has been sent. */
  readonly discard: () => void;
}

/** A form that keeps in this tab what was begun; what the address asks for comes before it. */
export function useKeptForm<Values extends FieldValues>(
  name: string,
  empty: Values,
  asked: Partial<Values> = {},
): Kept<Values> {
  const { begun, keep, discard } = useDraft<Values>(name);
  const form = useForm<Values>({
    defaultValues: { ...empty, ...begun, ...asked } as DefaultValues<Values>,
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  return { form, discard };
}
