import { Button, Modal, TextField } from '@navikt/ds-react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { CompetenceView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './competences.module.css';
import { Lasting, type LastingValues, lastingIn } from './Lasting.tsx';

interface Values extends LastingValues {
  name: string;
}

/** The name and how long it lasts; the levels stand, for records and requirements count on them. */
export function ChangeDialog({ view, onClose }: { view: CompetenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { form, change, send } = useChange(view, onClose);
  const field = fieldsOf(form);
  return (
    <Modal open header={{ heading: t('competence.change') }} onClose={onClose} width="small">
      <Modal.Body>
        <form id="change-competence" onSubmit={send} noValidate className={styles.form}>
          <FormErrors form={form} />
          <TextField
            label={t('competence.name')}
            {...field('name', { required: t('competence.nameMissing') })}
          />
          <Lasting form={form as unknown as UseFormReturn<LastingValues>} />
          <ProblemAlert problem={form.formState.isValid ? change.error : null} />
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Button type="submit" form="change-competence" loading={change.isPending}>
          {t('competence.save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

function useChange(view: CompetenceView, onDone: () => void) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: {
      name: view.name,
      validityMonths: String(view.validityMonths ?? ''),
      renewal: view.renewal ?? '',
    },
    shouldFocusError: false,
  });
  const change = useAct({
    send: ({ name, ...lasting }: Values) =>
      answerOf(
        api.PATCH('/api/v1/competences/{id}', {
          params: { path: { id: view.id }, header: ifMatch(view) },
          body: {
            name,
            ...lastingIn(lasting),
          },
        }),
      ),
    done: ({ name }) => t('competence.changed', { name }),
    onDone,
  });
  const send = form.handleSubmit((values) =>
    change.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return { form, change, send };
}
