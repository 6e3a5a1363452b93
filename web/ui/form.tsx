import { ErrorSummary } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import type { FieldPath, FieldValues, RegisterOptions, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import styles from './ui.module.css';

/** What a field of the design system needs to belong to the form: its name is its id, its path in the API's body, and its error. */
export function fieldsOf<Values extends FieldValues>({
  register,
  getFieldState,
  formState,
}: UseFormReturn<Values>) {
  return <Name extends FieldPath<Values>>(name: Name, rules?: RegisterOptions<Values, Name>) => ({
    ...register(name, rules),
    id: name,
    error: getFieldState(name, formState).error?.message,
  });
}

/** The API's errors at the fields they point to; true when every one has found its field. */
export function showErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  problem: unknown,
): boolean {
  if (!(problem instanceof ApiProblem) || problem.errors.length === 0) return false;
  const known = problem.errors.map(({ pointer, detail }) => {
    const name = pointer.slice(1).replaceAll('/', '.') as FieldPath<Values>;
    if (!document.getElementById(name)) return false;
    form.setError(name, { type: 'api', message: detail });
    return true;
  });
  return known.every(Boolean);
}

/** All errors of the form in one place, each a link to its field; it takes the focus when sending has failed. */
export function FormErrors<Values extends FieldValues>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const found = messagesIn(errors);
  const count = found.length;
  useEffect(() => {
    if (submitCount > 0 && count > 0) summary.current?.focus();
  }, [submitCount, count]);
  if (count === 0 || submitCount === 0) return null;
  return (
    <ErrorSummary ref={summary} heading={t('form.errors')} size="small" className={styles.errors}>
      {found.map(([name, message]) => (
        <ErrorSummary.Item key={name} href={`#${name}`}>
          {message}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  );
}

function messagesIn(errors: object, path = ''): [name: string, message: string][] {
  return Object.entries(errors).flatMap(([key, error]): [string, string][] => {
    if (typeof error !== 'object' || error === null) return [];
    const name = path ? `${path}.${key}` : key;
    if ('message' in error && typeof error.message === 'string' && error.message)
      return [[name, error.message]];
    return 'ref' in error ? [] : messagesIn(error, name);
  });
}
