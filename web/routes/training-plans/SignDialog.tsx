import { Button, Checkbox, Modal, Radio, RadioGroup, Textarea, TextField } from '@navikt/ds-react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { SignTrainingStep, TrainingGoalView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';

const kinds = ['seen', 'practised', 'mastered'] as const;

interface Signing {
  kind: (typeof kinds)[number];
  signedOn: string;
  note: string;
  gives: boolean;
  record: { evidence: { source: string } };
}

/** What the signer has seen of it, on which day; with mastery a competence record may be given at once. */
export function SignDialog({ goal, onClose }: Asked) {
  const { t } = useTranslation();
  const { form, sign, send } = useSigning({ goal, onClose });
  return (
    <Modal open header={{ heading: t('training.sign') }} onClose={onClose} width="small">
      <form onSubmit={send} noValidate>
        <Modal.Body>
          <Stack>
            <FormErrors form={form} />
            <Seen form={form} goal={goal} />
            <Record form={form} goal={goal} />
            <ProblemAlert problem={form.formState.isValid ? sign.error : null} />
          </Stack>
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

interface Asked {
  readonly goal: TrainingGoalView;
  readonly onClose: () => void;
}

function useSigning({ goal: { id, text, status }, onClose }: Asked) {
  const { t } = useTranslation();
  const record = { evidence: { source: '' } };
  const form = useForm<Signing>({
    defaultValues: { kind: next(status), signedOn: today(), note: '', gives: false, record },
    shouldFocusError: false,
  });
  const sign = useAct({
    send: (body: SignTrainingStep) =>
      answerOf(api.POST('/api/v1/training-goals/{id}/steps', { params: { path: { id } }, body })),
    done: () => t('training.signed', { goal: text }),
    onDone: onClose,
  });
  const send = form.handleSubmit((values) =>
    sign.mutate(signing(values), { onError: (problem) => showErrors(form, problem) }),
  );
  return { form, sign, send };
}

interface Part {
  readonly form: UseFormReturn<Signing>;
  readonly goal: TrainingGoalView;
}

function Seen({ form, goal }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <Controller
        control={form.control}
        name="kind"
        render={({ field: { value, onChange } }) => (
          <RadioGroup legend={goal.text} value={value} onChange={onChange}>
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
    </>
  );
}

/** Only with mastery, of a goal with a competence, by somebody who may give it. */
function Record({ form, goal: { can, competence } }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const [kind, gives] = form.watch(['kind', 'gives']);
  if (!can.record || competence === null || kind !== 'mastered') return null;
  const isSaid = (source: string, values: Signing) =>
    !values.gives || source.trim() !== '' || t('training.sourceMissing');
  return (
    <>
      <Checkbox {...form.register('gives')}>
        {t('training.giveRecord', { competence: competence.name, level: competence.levelName })}
      </Checkbox>
      {gives && (
        <TextField
          label={t('training.source')}
          description={t('training.sourceHelp')}
          {...field('record.evidence.source', { validate: isSaid })}
        />
      )}
    </>
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
