import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useDraft } from '../../app/draft.ts';
import type { Written } from './written.ts';

/** What was begun in this tab, or what it is built on; every change is kept until it is published. */
export function useWritten(name: string, initial: Written) {
  const { begun, keep, discard } = useDraft<Written>(`role-description.${name}`);
  const form = useForm<Written>({ defaultValues: begun ?? initial, shouldFocusError: false });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  const startOver = () => {
    discard();
    form.reset(initial);
  };
  return { form, discard, isBegun: begun !== null, startOver };
}
