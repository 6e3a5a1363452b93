import { BodyLong, Button } from '@navikt/ds-react';
import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import type { WhatLapsedView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Afterwards } from './Afterwards.tsx';
import { Consequences } from './Consequences.tsx';
import { useKeptForm } from './form.ts';
import styles from './people.module.css';
import { Step } from './Step.tsx';

export interface Grave<Values extends FieldValues> {
  readonly title: string;
  readonly lead: string;
  readonly draft: string;
  readonly empty: Values;
  readonly personId: string;
  readonly fields: (form: UseFormReturn<Values>) => ReactNode;
  readonly impact: (values: Values) => Foreseen;
  readonly send: (values: Values) => Promise<{ readonly lapsed: WhatLapsedView }>;
  /** What was chosen, name by name, to be read once more. */
  readonly chosen: (values: Values) => readonly (readonly [string, string | null])[];
  readonly verb: string;
  readonly done: string;
}

type Foreseen = UseQueryOptions<WhatLapsedView, Error, WhatLapsedView, readonly unknown[]>;

interface At {
  readonly confirming: boolean;
  readonly go: (step: 'confirm' | undefined) => unknown;
}

/** An act that takes rights away: what it would hit is shown before it is done, and what must be replaced after. */
export function ConsequencePage<Values extends FieldValues>({ act, at }: { act: Grave<Values>; at: At }) {
  const { form, discard } = useKeptForm(act.draft, act.empty);
  const moved = useRef(false);
  const record = useRecord(act, () => {
    moved.current = true;
    discard();
  });
  const go: At['go'] = (step) => {
    moved.current = true;
    return at.go(step);
  };
  if (record.data)
    return (
      <Page title={act.done}>
        <Afterwards lapsed={record.data.lapsed} personId={act.personId} />
      </Page>
    );
  return (
    <Page title={act.title} lead={at.confirming ? undefined : act.lead}>
      {at.confirming ? (
        <Confirm act={act} values={form.getValues()} record={record} back={() => go(undefined)} />
      ) : (
        <Fill act={act} form={form} onward={() => go('confirm')} refused={record.error} takesFocus={moved} />
      )}
    </Page>
  );
}

function useRecord<Values extends FieldValues>({ send, done }: Grave<Values>, onDone: () => void) {
  return useAct({ send, done: () => done, onDone });
}

interface Filling<Values extends FieldValues> {
  readonly act: Grave<Values>;
  readonly form: UseFormReturn<Values>;
  readonly onward: () => unknown;
  readonly refused: ApiProblem | null;
  readonly takesFocus: { readonly current: boolean };
}

function Fill<Values extends FieldValues>({ act, form, onward, refused, takesFocus }: Filling<Values>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const foresee = useMutation({
    mutationFn: (values: Values) => queries.fetchQuery(act.impact(values)),
    onSuccess: onward,
    onError: (problem) => showErrors(form, problem),
  });
  // What the act itself was refused for belongs at the fields, too.
  useEffect(() => {
    if (refused) showErrors(form, refused);
  }, [form, refused]);
  const send = form.handleSubmit((values) => foresee.mutate(values));
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <Step text={t('consequence.what')} takesFocus={takesFocus.current} />
      <FormErrors form={form} />
      {act.fields(form)}
      <ProblemAlert problem={form.formState.isValid ? foresee.error : null} />
      <Button type="submit" loading={foresee.isPending} className={styles.send}>
        {t('consequence.see')}
      </Button>
    </form>
  );
}

interface Confirming<Values extends FieldValues> {
  readonly act: Grave<Values>;
  readonly values: Values;
  readonly record: ReturnType<typeof useAct<{ readonly lapsed: WhatLapsedView }, Values>>;
  readonly back: () => unknown;
}

function Confirm<Values extends FieldValues>({ act, values, record, back }: Confirming<Values>) {
  const { t } = useTranslation();
  const impact = useQuery(act.impact(values));
  const send = () =>
    record.mutate(values, {
      onError: (problem) => {
        if (problem instanceof ApiProblem && problem.errors.length > 0) back();
      },
    });
  return (
    <div className={styles.impact}>
      <Step text={t('consequence.foreseen')} takesFocus />
      <div className={styles.summary}>
        <Facts facts={act.chosen(values)} />
      </div>
      <Answered query={impact}>{(lapses) => <Consequences lapsed={lapses} />}</Answered>
      <BodyLong>{t('consequence.final')}</BodyLong>
      <ProblemAlert problem={record.error} />
      <div className={styles.acts}>
        <Button data-color="danger" loading={record.isPending} disabled={!impact.data} onClick={send}>
          {act.verb}
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={back}>
          {t('consequence.back')}
        </Button>
      </div>
    </div>
  );
}
