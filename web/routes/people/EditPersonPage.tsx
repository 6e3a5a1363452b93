import { Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { PersonView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { useKeptForm } from './form.ts';
import { PersonFields, type PersonValues, personIn } from './PersonFields.tsx';
import styles from './people.module.css';
import { person } from './queries.ts';
import { editPersonRoute } from './routes.ts';

export function EditPersonPage() {
  const { t } = useTranslation();
  const query = useQuery(person(editPersonRoute.useParams().id));
  return (
    <Page title={t('person.edit', { name: query.data?.name ?? '' })}>
      <Answered query={query}>{(view) => <Change key={view.id} view={view} />}</Answered>
    </Page>
  );
}

const valuesOf = ({ name, email, hprNumber, birthDate }: PersonView): PersonValues => ({
  name,
  email: email ?? '',
  hprNumber: hprNumber?.toString() ?? '',
  birthDate: birthDate ? dayText(`${birthDate}T12:00:00Z`) : '',
});

function Change({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { form, discard } = useKeptForm<PersonValues>(`person.${view.id}`, valuesOf(view));
  const change = useChange(view, discard);
  const send = form.handleSubmit((values) =>
    change.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <PersonFields form={form} />
      <ProblemAlert problem={form.formState.isValid ? change.error : null} />
      <Button type="submit" loading={change.isPending} className={styles.send}>
        {t('person.save')}
      </Button>
    </form>
  );
}

function useChange(view: PersonView, discard: () => void) {
  const { t } = useTranslation();
  const navigate = editPersonRoute.useNavigate();
  const params = { path: { id: view.id }, header: ifMatch(view) };
  return useAct({
    send: (values: PersonValues) =>
      answerOf(api.PATCH('/api/v1/people/{id}', { params, body: personIn(values) })),
    done: ({ name }) => t('person.changed', { name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/people/$id', params: { id } });
    },
  });
}
