import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { DelegationView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from './delegations.module.css';

/** Accept or decline: shown to whom the API says may. */
export function Reply({ delegation: { id, can, task } }: { delegation: DelegationView }) {
  const { t } = useTranslation();
  const [declining, setDeclining] = useState(false);
  const { accept, decline } = useReplies(id, task.name);
  if (!can.acceptance && !can.declination) return null;
  return (
    <section className={styles.reply}>
      <p>{t('delegation.beforeReply')}</p>
      <ProblemAlert problem={accept.error} />
      <div>
        {can.acceptance && (
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('delegation.accept')}
          </Button>
        )}
        {can.declination && (
          <Button variant="secondary" onClick={() => setDeclining(true)}>
            {t('delegation.decline')}
          </Button>
        )}
      </div>
      {declining && <Decline task={task.name} act={decline} onClose={() => setDeclining(false)} />}
    </section>
  );
}

function useReplies(id: string, task: string) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const accept = useAct({
    send: () => answerOf(api.POST('/api/v1/delegations/{id}/acceptance', { params })),
    done: () => t('delegation.accepted', { task }),
  });
  const decline = useAct({
    send: (reason: string) =>
      answerOf(api.POST('/api/v1/delegations/{id}/declination', { params, body: { reason } })),
    done: () => t('delegation.declined', { task }),
  });
  return { accept, decline };
}

interface Declining {
  readonly task: string;
  readonly act: ReturnType<typeof useReplies>['decline'];
  readonly onClose: () => void;
}

function Decline({ task, act, onClose }: Declining) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={t('delegation.decline')}
      text={t('delegation.declineText', { task })}
      verb={t('delegation.decline')}
      act={act}
      onClose={onClose}
    />
  );
}
