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
export function AddGoalsDialog({ plan, onClose }: Asked) {
  const { t } = useTranslation();
  const { form, add, send } = useAdding({ plan, onClose });
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

interface Asked {
  readonly plan: TrainingPlanView;
  readonly onClose: () => void;
}

function useAdding({ plan: { id }, onClose }: Asked) {
  const { t } = useTranslation();
  const defaultValues: { goals: GoalTyped[] } = { goals: [noGoal()] };
  const form = useForm({ defaultValues, shouldFocusError: false });
  const add = useAct({
    send: (typed: GoalTyped[]) => {
      const body = { goals: goalsTyped(typed) };
      return answerOf(api.POST('/api/v1/training-plans/{id}/goals', { params: { path: { id } }, body }));
    },
    done: (_answer, { length }) => t('training.goalsAdded', { count: length }),
    onDone: onClose,
  });
  const send = form.handleSubmit(({ goals }) =>
    add.mutate(goals, { onError: (problem) => showErrors(form, problem) }),
  );
  return { form, add, send };
}
