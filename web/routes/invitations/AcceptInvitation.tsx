import { Button, TextField } from '@navikt/ds-react';
import { useLocation } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { Alone } from '../../app/Alone.tsx';
import { useAct } from '../../app/act.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { NewPassword } from '../session/NewPassword.tsx';
import { useSignIn } from '../session/useSignIn.ts';

export function AcceptInvitation() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  return (
    <Alone title={t('invitation.title')} lead={t('invitation.lead')}>
      {hash ? <Acceptance token={hash} /> : <EmptyState text={t('invitation.noToken')} />}
    </Alone>
  );
}

interface Joining {
  readonly name: string;
  readonly password: string;
}

/** Whoever has accepted is signed in at once. */
function useAccept(token: string) {
  const signIn = useSignIn();
  return useAct({
    send: async (body: Joining) => {
      const { user } = await answerOf(api.POST('/api/v1/invitations/accept', { body: { ...body, token } }));
      await signIn({ email: user.email, password: body.password });
    },
  });
}

function Acceptance({ token }: { token: string }) {
  const { t } = useTranslation();
  const form = useForm<Joining>({
    defaultValues: { name: '', password: '' },
    shouldFocusError: false,
  });
  const field = fieldsOf(form);
  const accept = useAccept(token);
  const send = form.handleSubmit((body) =>
    accept.mutate(body, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormErrors form={form} />
        <ProblemAlert problem={form.formState.isValid ? accept.error : null} />
        <TextField
          label={t('invitation.name')}
          autoComplete="name"
          {...field('name', { required: t('invitation.nameMissing') })}
        />
        <NewPassword {...field('password', { required: t('session.passwordMissing') })} />
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
