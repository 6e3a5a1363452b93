import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TrainingGoalView, TrainingStepView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { dayText } from '../../ui/day.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { GoalTag } from './Tags.tsx';
import own from './training.module.css';

/** What is to be learnt, what somebody else has seen of it, and what the reader may sign. */
export function Goal({ goal }: { goal: TrainingGoalView }) {
  const { t } = useTranslation();
  const { id, position, text, task, competence, status, steps, withdrawn } = goal;
  const of = [task?.name, competence && `${competence.name}: ${competence.levelName}`].filter(Boolean);
  return (
    <li id={id}>
      <div className={own.head}>
        <h3 className={own.text}>
          {position}. {text}
        </h3>
        <GoalTag status={status} />
      </div>
      {of.length > 0 && <p className={own.of}>{of.join(' · ')}</p>}
      {withdrawn && <p>{t('training.takenOut', { reason: withdrawn.reason })}</p>}
      {steps.length > 0 && (
        <ul className={own.steps}>
          {steps.map((step) => (
            <Step key={step.id} step={step} goal={text} />
          ))}
        </ul>
      )}
      <GoalActs goal={goal} />
    </li>
  );
}

function GoalActs({ goal }: { goal: TrainingGoalView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'sign' | 'withdraw' | null>(null);
  const close = () => setOpen(null);
  const { text, can } = goal;
  return (
    <div className={own.acts}>
      {can.steps && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('training.signOf', { goal: text })}
          onClick={() => setOpen('sign')}
        >
          {t('training.sign')}
        </Button>
      )}
      {can.withdrawal && <TakeOut goal={text} onClick={() => setOpen('withdraw')} />}
      {open === 'sign' && <SignDialog goal={goal} onClose={close} />}
      {open === 'withdraw' && <WithdrawGoal goal={goal} onClose={close} />}
    </div>
  );
}

function TakeOut({ goal, onClick }: { goal: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      variant="tertiary"
      data-color="neutral"
      aria-label={t('training.takeOutOf', { goal })}
      onClick={onClick}
    >
      {t('training.takeOut')}
    </Button>
  );
}

function Step({ step, goal }: { step: TrainingStepView; goal: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Signature step={step} />
      {step.can.withdrawal && (
        <Button
          size="small"
          variant="tertiary"
          data-color="neutral"
          aria-label={t('training.takeBackOf', { step: t(`training.goal.${step.kind}`), goal })}
          onClick={() => setOpen(true)}
        >
          {t('training.takeBackShort')}
        </Button>
      )}
      {open && <TakeBack id={step.id} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Signature({ step }: { step: TrainingStepView }) {
  const { t } = useTranslation();
  const { kind, signedOn, signedBy, note, competenceRecordId, withdrawn } = step;
  return (
    <span>
      <strong>{t(`training.goal.${kind}`)}</strong> {dayText(`${signedOn}T12:00:00Z`)},{' '}
      {t('training.signedBy', { name: signedBy.name })}
      {competenceRecordId && ` · ${t('training.gaveRecord')}`}
      {note && <span className={own.note}>{note}</span>}
      {withdrawn && <span className={own.note}>{t('training.takenBack', { reason: withdrawn.reason })}</span>}
    </span>
  );
}

function TakeBack({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const withdraw = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/training-steps/{id}/withdrawal', { params: { path: { id } }, body: { reason } }),
      ),
    done: () => t('training.stepWithdrawn'),
  });
  return (
    <ReasonDialog
      title={t('training.takeBack')}
      text={t('training.takeBackText')}
      verb={t('training.takeBack')}
      act={withdraw}
      onClose={onClose}
    />
  );
}

function WithdrawGoal({ goal: { id, text }, onClose }: { goal: TrainingGoalView; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/training-goals/{id}/withdrawal', { params: { path: { id } }, body: { reason } }),
      ),
    done: () => t('training.goalTakenOut', { goal: text }),
  });
  return (
    <ReasonDialog
      title={t('training.takeOut')}
      text={t('training.takeOutText', { goal: text })}
      verb={t('training.takeOut')}
      act={act}
      onClose={onClose}
    />
  );
}
