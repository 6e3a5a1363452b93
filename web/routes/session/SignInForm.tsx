import { Button, TextField } from '@navikt/ds-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { SessionView, SignIn } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { typedBefore } from '../../app/where.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';

/** With `email` it is that user who signs in again, and nobody else. */
export function SignInForm({
  email,
  onSignedIn,
}: {
  email?: string;
  onSignedIn: (session: SessionView) => void;
}) {
  const { t } = useTranslation();
  const form = useForm<SignIn>({
    defaultValues: { email: email ?? typedBefore('email'), password: typedBefore('password') },
    shouldFocusError: false,
  });
  const field = fieldsOf(form);
  const signIn = useAct({
    send: (body: SignIn) => answerOf(api.POST('/api/v1/session', { body })),
    onDone: onSignedIn,
  });
  const send = form.handleSubmit((values) =>
    signIn.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    // Sent before the script has come, this form does nothing: a password must never stand in an address.
    <form method="dialog" onSubmit={send} noValidate>
      <Stack>
        <FormErrors form={form} />
        <ProblemAlert problem={form.formState.isValid ? signIn.error : null} />
        <TextField
          label={t('session.email')}
          type="email"
          autoComplete="username"
          readOnly={email !== undefined}
          {...field('email', { required: t('session.emailMissing') })}
        />
        <TextField
          label={t('session.password')}
          type="password"
          autoComplete="current-password"
          {...field('password', { required: t('session.passwordMissing') })}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
