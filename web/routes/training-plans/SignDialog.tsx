import { Button, Checkbox, Modal, Radio, RadioGroup, Textarea, TextField, VStack } from '@navikt/ds-react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { SignTrainingStep, TrainingGoalView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';

const kinds = ['seen', 'practised', 'mastered'] as const;

interface Signing {
  kind: (typeof kinds)[number];
  signedOn: string;
  note: string;
  gives: boolean;
  record: { evidence: { source: string } };
}

/** What the signer has seen of it, on which day; with mastery a competence record may be given at once. */
export function SignDialog({ goal, onClose }: { goal: TrainingGoalView; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Signing>({
    defaultValues: {
      kind: next(goal.status),
      signedOn: today(),
      note: '',
      gives: false,
      record: { evidence: { source: '' } },
    },
    shouldFocusError: false,
  });
  const field = fieldsOf(form);
  const { id, text, competence, can } = goal;
  const sign = useAct({
    send: (body: SignTrainingStep) =>
      answerOf(api.POST('/api/v1/training-goals/{id}/steps', { params: { path: { id } }, body })),
    done: () => t('training.signed', { goal: text }),
    onDone: onClose,
  });
  const send = form.handleSubmit((values) =>
    sign.mutate(signing(values), { onError: (problem) => showErrors(form, problem) }),
  );
  const [kind, gives] = form.watch(['kind', 'gives']);
  const mayGive = can.record && competence !== null && kind === 'mastered';
  return (
    <Modal open header={{ heading: t('training.sign') }} onClose={onClose} width="small">
      <form onSubmit={send} noValidate>
        <Modal.Body>
          <VStack gap="space-20">
            <FormErrors form={form} />
            <Controller
              control={form.control}
              name="kind"
              render={({ field: { value, onChange } }) => (
                <RadioGroup legend={text} value={value} onChange={onChange}>
                  {kinds.map((word) => (
                    <Radio key={word} value={word} description={t(`training.means.${word}`)}>
                      {t(`training.goal.${word}`)}
                    </Radio>
                  ))}
                </RadioGroup>
              )}
            />
            <DayField
              label={t('training.signedOn')}
              {...field('signedOn', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
            />
            <Textarea label={t('training.noteOptional')} minRows={2} {...field('note')} />
            {mayGive && (
              <Checkbox {...form.register('gives')}>
                {t('training.giveRecord', { competence: competence.name, level: competence.levelName })}
              </Checkbox>
            )}
            {mayGive && gives && (
              <TextField
                label={t('training.source')}
                description={t('training.sourceHelp')}
                {...field('record.evidence.source', {
                  validate: (source, values) =>
                    !values.gives || source.trim() !== '' || t('training.sourceMissing'),
                })}
              />
            )}
            <ProblemAlert problem={form.formState.isValid ? sign.error : null} />
          </VStack>
        </Modal.Body>
        <Modal.Footer>
          <Button type="submit" loading={sign.isPending}>
            {t('training.sign')}
          </Button>
          <Button type="button" variant="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
}

/** The step after the one that was signed last. */
function next(status: TrainingGoalView['status']): Signing['kind'] {
  if (status === 'seen') return 'practised';
  return status === 'practised' ? 'mastered' : 'seen';
}

const signing = ({ kind, signedOn, note, gives, record }: Signing): SignTrainingStep => ({
  kind,
  signedOn: isoDay(signedOn) ?? '',
  note: note.trim() || null,
  record: kind === 'mastered' && gives ? record : null,
});
