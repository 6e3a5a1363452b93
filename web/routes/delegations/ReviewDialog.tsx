import { Button, Modal, Textarea, TextField } from '@navikt/ds-react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { DelegationView, ReviewDelegation } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { DayField } from '../../ui/DayField.tsx';
import { endOfDay, isoDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';

interface Asked {
  readonly view: DelegationView;
  readonly onClose: () => void;
}

interface Values {
  outcome: string;
  note: string;
  nextReviewBy: string;
}

/** The delegator has followed up: what was seen, whether it goes on, and when next. */
export function ReviewDialog({ view, onClose }: Asked) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    defaultValues: { outcome: '', note: '', nextReviewBy: '' },
    shouldFocusError: false,
  });
  const review = useReview({ view, onClose });
  const send = form.handleSubmit(({ outcome, note, nextReviewBy }) => {
    const body = { outcome, note, nextReviewBy: endOfDay(nextReviewBy) };
    review.mutate(body, { onError: (problem) => showErrors(form, problem) });
  });
  return (
    <Modal open header={{ heading: t('review.begin') }} onClose={onClose} width="small">
      <form onSubmit={send} noValidate>
        <Modal.Body>
          <Stack>
            <FormErrors form={form} />
            <Seen form={form} />
            <ProblemAlert problem={form.formState.isValid ? review.error : null} />
          </Stack>
        </Modal.Body>
        <Footer isSaving={review.isPending} onClose={onClose} />
      </form>
    </Modal>
  );
}

function useReview({ view: { id, task }, onClose }: Asked) {
  const { t } = useTranslation();
  return useAct({
    send: (body: ReviewDelegation) =>
      answerOf(api.POST('/api/v1/delegations/{id}/reviews', { params: { path: { id } }, body })),
    done: () => t('review.done', { task: task.name }),
    onDone: onClose,
  });
}

/** What was seen, and when it is looked at next. */
function Seen({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => typed.trim() === '' || isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <TextField
        label={t('review.outcome')}
        description={t('review.outcomeHelp')}
        {...field('outcome', { required: t('review.outcomeMissing') })}
      />
      <Textarea
        label={t('review.note')}
        description={t('review.noteHelp')}
        {...field('note', { required: t('review.noteMissing') })}
      />
      <DayField label={t('review.next')} {...field('nextReviewBy', { validate: isDay })} />
    </>
  );
}

function Footer({ isSaving, onClose }: { isSaving: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal.Footer>
      <Button type="submit" loading={isSaving}>
        {t('review.save')}
      </Button>
      <Button type="button" variant="secondary" onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </Modal.Footer>
  );
}
