import { Button, Modal } from '@navikt/ds-react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TrainingPlanView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { FormErrors, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { GoalFields } from './GoalFields.tsx';
import { type GoalTyped, goalsTyped, noGoal } from './goals.ts';

/** Goals after those that are there. */
export function AddGoalsDialog({ plan: { id }, onClose }: { plan: TrainingPlanView; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ goals: GoalTyped[] }>({
    defaultValues: { goals: [noGoal()] },
    shouldFocusError: false,
  });
  const add = useAct({
    send: (goals: GoalTyped[]) =>
      answerOf(
        api.POST('/api/v1/training-plans/{id}/goals', {
          params: { path: { id } },
          body: { goals: goalsTyped(goals) },
        }),
      ),
    done: (_answer, { length }) => t('training.goalsAdded', { count: length }),
    onDone: onClose,
  });
  const send = form.handleSubmit(({ goals }) =>
    add.mutate(goals, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Modal open header={{ heading: t('training.addGoals') }} onClose={onClose} width="medium">
      <form onSubmit={send} noValidate>
        <Modal.Body>
          <FormErrors form={form} />
          <GoalFields form={form} />
          <ProblemAlert problem={form.formState.isValid ? add.error : null} />
        </Modal.Body>
        <Modal.Footer>
          <Button type="submit" loading={add.isPending}>
            {t('training.addGoals')}
          </Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
}
