import { Button } from '@navikt/ds-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { MemberView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { lastDayText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './members.module.css';
import { member } from './queries.ts';
import { RoleFields, type RoleValues, rolesIn } from './RoleFields.tsx';
import { memberRoute } from './routes.ts';

export function Member() {
  const { t } = useTranslation();
  const { id } = memberRoute.useParams();
  const query = useQuery(member(id));
  return (
    <Page title={query.data?.user.name ?? t('member.one')}>
      <Answered query={query}>{(view) => <Change key={view.version} view={view} />}</Answered>
      <p>
        <Link to="/members">{t('member.back')}</Link>
      </p>
    </Page>
  );
}

const rolesOf = ({ roles, auditorUntil }: MemberView): RoleValues => ({
  roles,
  auditorUntil: auditorUntil ? lastDayText(auditorUntil) : '',
});

function Change({ view }: { view: MemberView }) {
  const { t } = useTranslation();
  const form = useForm<RoleValues>({ defaultValues: rolesOf(view), shouldFocusError: false });
  const change = useChange(view);
  const send = form.handleSubmit((values) =>
    change.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Stack width="form">
      <Who view={view} />
      <form onSubmit={send} noValidate>
        <Stack>
          <FormErrors form={form} />
          <ProblemAlert problem={form.formState.isValid ? change.error : null} />
          <RoleFields form={form} />
          <div className={styles.acts}>
            <Button type="submit" loading={change.isPending}>
              {t('member.save')}
            </Button>
            <Removal view={view} />
          </div>
        </Stack>
      </form>
    </Stack>
  );
}

function Who({ view: { user, person } }: { view: MemberView }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('session.email'), user.email],
        [t('member.person'), person?.name ?? t('profile.noPerson')],
      ]}
    />
  );
}

function useChange(view: MemberView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const params = { path: { id: view.id }, header: ifMatch(view) };
  return useAct({
    send: (values: RoleValues) =>
      answerOf(api.PATCH('/api/v1/members/{id}', { params, body: rolesIn(values) })),
    done: ({ user }) => t('member.changed', { name: user.name }),
    // At once, or what is opened next would be about the version before, and be closed when this one comes.
    onDone: (changed) => queries.setQueryData(member(view.id).queryKey, changed),
  });
}

function Removal({ view }: { view: MemberView }) {
  const { t } = useTranslation();
  const router = useRouter();
  const remove = useAct({
    send: () =>
      answerOf(
        api.DELETE('/api/v1/members/{id}', { params: { path: { id: view.id }, header: ifMatch(view) } }),
      ),
    done: () => t('member.removed', { name: view.user.name }),
    onDone: () => router.navigate({ to: '/members' }),
  });
  return (
    <ConfirmDialog
      title={t('member.remove')}
      text={t('member.removeText', { name: view.user.name })}
      act={remove}
    />
  );
}
