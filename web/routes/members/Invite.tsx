import { Button, CopyButton, TextField } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { InvitationView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './members.module.css';
import { withdrawInvitation } from './queries.ts';
import { RoleFields, type RoleValues, rolesIn } from './RoleFields.tsx';

interface Values extends RoleValues {
  email: string;
  personId: string;
}

export function InvitePage() {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: { email: '', personId: '', roles: ['staff'], auditorUntil: '' },
    shouldFocusError: false,
  });
  const invite = useInvite();
  const send = form.handleSubmit((values) =>
    invite.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  if (invite.data) return <Made invitation={invite.data} />;
  return (
    <Page title={t('member.invite')} lead={t('member.inviteLead')}>
      <form onSubmit={send} noValidate>
        <Stack width="form">
          <FormErrors form={form} />
          <ProblemAlert problem={form.formState.isValid ? invite.error : null} />
          <Invited form={form} />
          <RoleFields form={form} />
          <div>
            <Button type="submit" loading={invite.isPending}>
              {t('member.makeInvitation')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

function useInvite() {
  const { t } = useTranslation();
  const invite = useAct({
    send: ({ email, personId, ...held }: Values) =>
      answerOf(
        api.POST('/api/v1/invitations', { body: { email, personId: personId || null, ...rolesIn(held) } }),
      ),
    done: ({ email }) => t('member.invitedDone', { email }),
    undo: async ({ id }) => {
      await withdrawInvitation(id);
      invite.reset();
    },
  });
  return invite;
}

/** Who, and whom of the clinic the login belongs to. */
function Invited({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('session.email')}
        type="email"
        autoComplete="off"
        {...field('email', { required: t('session.emailMissing') })}
      />
      <PersonPicker
        label={t('member.person')}
        description={t('member.personHint')}
        none={t('member.noPerson')}
        {...field('personId')}
      />
    </>
  );
}

/** The link is given this once: to be handed to the invited and to nobody else. */
function Made({ invitation: { email, link } }: { invitation: InvitationView }) {
  const { t } = useTranslation();
  return (
    <Page title={t('member.made', { email })}>
      <div className={styles.link}>
        <p>{t('member.linkText')}</p>
        <code>{link}</code>
        <CopyButton copyText={link} text={t('member.copy')} activeText={t('member.copied')} />
      </div>
      <p>
        <Link to="/members">{t('member.back')}</Link>
      </p>
    </Page>
  );
}
