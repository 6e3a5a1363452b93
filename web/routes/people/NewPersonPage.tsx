import { Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useAct } from '../../app/act.ts';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { useKeptForm } from './form.ts';
import { nobody, PersonFields, type PersonValues, personIn } from './PersonFields.tsx';
import styles from './people.module.css';

/** Somebody new: who it is first, then what ties them to the clinic. */
export function NewPersonPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, discard } = useKeptForm<PersonValues>('person', nobody);
  const register = useAct({
    send: (values: PersonValues) => answerOf(api.POST('/api/v1/people', { body: personIn(values) })),
    done: ({ name }) => t('person.added', { name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/people/$id/engagements/new', params: { id } });
    },
  });
  const send = form.handleSubmit((values) =>
    register.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Page title={t('people.add')} lead={t('person.addLead')}>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <PersonFields form={form} />
        <ProblemAlert problem={form.formState.isValid ? register.error : null} />
        <Button type="submit" loading={register.isPending} className={styles.send}>
          {t('person.addVerb')}
        </Button>
      </form>
    </Page>
  );
}
