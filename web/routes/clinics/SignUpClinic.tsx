import { Button, Radio, RadioGroup, TextField } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { SignUpClinic } from '../../api/schema.ts';
import { Alone } from '../../app/Alone.tsx';
import { useAct } from '../../app/act.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { NewPassword } from '../session/NewPassword.tsx';
import { useSignIn } from '../session/useSignIn.ts';

const kinds = ['legekontor', 'tannklinikk'] as const;
const empty: SignUpClinic = {
  name: '',
  organisationNumber: '',
  kind: 'legekontor',
  manager: { name: '', email: '', password: '' },
};

/** A clinic with its first manager, who is signed in at once and comes to the first steps. */
export function SignUpClinicPage() {
  const { t } = useTranslation();
  const form = useForm<SignUpClinic>({ defaultValues: empty, shouldFocusError: false });
  const signUp = useSignUp();
  const send = form.handleSubmit((body) =>
    signUp.mutate(body, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Alone title={t('clinic.title')} lead={t('clinic.lead')}>
      <form onSubmit={send} noValidate>
        <Stack>
          <FormErrors form={form} />
          <ProblemAlert problem={form.formState.isValid ? signUp.error : null} />
          <ClinicFields form={form} />
          <ManagerFields form={form} />
          <Button type="submit" loading={signUp.isPending}>
            {t('clinic.signUp')}
          </Button>
        </Stack>
      </form>
      <p>
        <Link to="/">{t('clinic.haveAccount')}</Link>
      </p>
    </Alone>
  );
}

function useSignUp() {
  const signIn = useSignIn();
  return useAct({
    send: async ({ organisationNumber, ...clinic }: SignUpClinic) => {
      const digits = organisationNumber?.replaceAll(/\s/g, '');
      await answerOf(
        api.POST('/api/v1/clinics', { body: { ...clinic, ...(digits && { organisationNumber: digits }) } }),
      );
      await signIn({ email: clinic.manager.email, password: clinic.manager.password });
    },
  });
}

function ClinicFields({ form }: { form: UseFormReturn<SignUpClinic> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('clinic.name')}
        autoComplete="organization"
        {...field('name', { required: t('clinic.nameMissing') })}
      />
      <Kind form={form} />
      <TextField
        label={t('clinic.organisationNumber')}
        description={t('clinic.organisationNumberHint')}
        inputMode="numeric"
        {...field('organisationNumber')}
      />
    </>
  );
}

function Kind({ form }: { form: UseFormReturn<SignUpClinic> }) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="kind"
      render={({ field: kind }) => (
        <RadioGroup legend={t('clinic.kind')} {...kind}>
          {kinds.map((value) => (
            <Radio key={value} value={value}>
              {t(`clinic.kinds.${value}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
    />
  );
}

function ManagerFields({ form }: { form: UseFormReturn<SignUpClinic> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('clinic.managerName')}
        autoComplete="name"
        {...field('manager.name', { required: t('invitation.nameMissing') })}
      />
      <TextField
        label={t('session.email')}
        type="email"
        autoComplete="username"
        {...field('manager.email', { required: t('session.emailMissing') })}
      />
      <NewPassword {...field('manager.password', { required: t('session.passwordMissing') })} />
    </>
  );
}
