import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TrainingPlanView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from '../delegations/delegations.module.css';
import { AddGoalsDialog } from './AddGoalsDialog.tsx';

type Open = 'goals' | 'supervision' | 'completed' | 'cancelled';

/** What the API says that the reader may do with the plan now. */
export function Acts({ plan }: { plan: TrainingPlanView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const { can } = plan;
  if (!can.goals && !can.supervision && !can.completion && !can.cancellation) return null;
  return (
    <section className={styles.acts} aria-label={t('delegation.acts')}>
      {can.completion && <Button onClick={() => setOpen('completed')}>{t('training.complete')}</Button>}
      {can.goals && (
        <Button variant="secondary" onClick={() => setOpen('goals')}>
          {t('training.addGoals')}
        </Button>
      )}
      {can.supervision && (
        <Button variant="secondary" onClick={() => setOpen('supervision')}>
          {t('training.supervise')}
        </Button>
      )}
      {can.cancellation && (
        <Button variant="secondary" data-color="danger" onClick={() => setOpen('cancelled')}>
          {t('training.cancel')}
        </Button>
      )}
      {open && <Dialog plan={plan} open={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Dialog({ plan, open, onClose }: Asked & { open: Open }) {
  if (open === 'goals') return <AddGoalsDialog plan={plan} onClose={onClose} />;
  if (open === 'supervision') return <SuperviseDialog plan={plan} onClose={onClose} />;
  return <EndDialog plan={plan} outcome={open} onClose={onClose} />;
}

interface Asked {
  readonly plan: TrainingPlanView;
  readonly onClose: () => void;
}

function SuperviseDialog({ plan: { id, person }, onClose }: Asked) {
  const { t } = useTranslation();
  const [supervisorId, setSupervisorId] = useState('');
  const act = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/training-plans/{id}/supervision', {
          params: { path: { id } },
          body: { supervisorId, reason },
        }),
      ),
    done: ({ supervisor }) =>
      t('training.supervised', { name: supervisor?.name ?? '', trainee: person.name }),
  });
  return (
    <ReasonDialog
      title={t('training.supervise')}
      text={t('training.superviseText')}
      verb={t('training.supervise')}
      act={act}
      onClose={onClose}
    >
      <PersonPicker
        label={t('training.newSupervisor')}
        value={supervisorId}
        onChange={({ target }) => setSupervisorId(target.value)}
      />
    </ReasonDialog>
  );
}

function EndDialog({
  plan: { id, person },
  outcome,
  onClose,
}: Asked & { outcome: 'completed' | 'cancelled' }) {
  const { t } = useTranslation();
  const isDone = outcome === 'completed';
  const verb = t(isDone ? 'training.complete' : 'training.cancel');
  const act = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/training-plans/{id}/end', { params: { path: { id } }, body: { outcome, reason } }),
      ),
    done: () => t(`training.endedAs.${outcome}`, { name: person.name }),
  });
  return (
    <ReasonDialog
      title={verb}
      text={t(`training.endText.${outcome}`, { name: person.name })}
      verb={verb}
      act={act}
      onClose={onClose}
    />
  );
}
