import { Button, Checkbox, CheckboxGroup, CopyButton, TextField } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { ApiTokenCreatedView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import type { Role } from '../../app/session.ts';
import { DayField } from '../../ui/DayField.tsx';
import { endOfDay, isoDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './api-tokens.module.css';

const roles = ['staff', 'manager', 'auditor', 'administrator'] as const;

interface Values {
  name: string;
  roles: Role[];
  expiresAt: string;
}

export function NewApiTokenPage() {
  const { t } = useTranslation();
  const { form, create } = useCreate();
  const send = form.handleSubmit((values) =>
    create.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  if (create.data) return <Made token={create.data} />;
  return (
    <Page title={t('apiToken.begin')} lead={t('apiToken.beginLead')}>
      <form onSubmit={send} noValidate>
        <Stack width="form">
          <FormErrors form={form} />
          <ProblemAlert problem={form.formState.isValid ? create.error : null} />
          <Fields form={form} />
          <div>
            <Button type="submit" loading={create.isPending}>
              {t('apiToken.create')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

function useCreate() {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: { name: '', roles: [], expiresAt: '' },
    shouldFocusError: false,
  });
  const create = useAct({
    send: ({ expiresAt, ...rest }: Values) =>
      answerOf(api.POST('/api/v1/api-tokens', { body: { ...rest, expiresAt: endOfDay(expiresAt) ?? '' } })),
    done: ({ name }) => t('apiToken.made', { name }),
  });
  return { form, create };
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function Fields({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('apiToken.name')}
        description={t('apiToken.nameHint')}
        autoComplete="off"
        {...field('name', { required: t('apiToken.nameMissing') })}
      />
      <Roles form={form} />
      <DayField
        label={t('apiToken.lastDay')}
        {...field('expiresAt', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
    </>
  );
}

function Roles({ form }: Part) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="roles"
      rules={{ validate: (chosen) => chosen.length > 0 || t('member.roleMissing') }}
      render={({ field: { value, onChange }, fieldState }) => (
        <CheckboxGroup
          id="roles"
          tabIndex={-1}
          legend={t('member.roles')}
          value={value}
          onChange={onChange}
          error={fieldState.error?.message}
        >
          {roles.map((role) => (
            <Checkbox key={role} value={role} description={t(`roleHint.${role}`)}>
              {t(`role.${role}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    />
  );
}

/** Given this once; only its hash is kept. */
function Made({ token: { name, token } }: { token: ApiTokenCreatedView }) {
  const { t } = useTranslation();
  return (
    <Page title={t('apiToken.made', { name })}>
      <div className={styles.made}>
        <p>{t('apiToken.madeText')}</p>
        <code>{token}</code>
        <CopyButton copyText={token} text={t('apiToken.copy')} activeText={t('member.copied')} />
      </div>
      <p>
        <Link to="/api-tokens">{t('apiToken.back')}</Link>
      </p>
    </Page>
  );
}
