import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { NamedView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';

interface About {
  readonly task: NamedView;
  readonly onClose: () => void;
}

/** "Dette behersker jeg ikke": stands until somebody else has assessed that one does. */
export function AbstainDialog({ task, onClose }: About) {
  const { t } = useTranslation();
  const abstain = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/people/{id}/abstentions', {
          params: { path: { id: 'me' } },
          body: { taskId: task.id, reason },
        }),
      ),
    done: () => t('abstention.done', { task: task.name }),
  });
  return (
    <ReasonDialog
      title={t('abstention.begin')}
      text={t('abstention.text', { task: task.name })}
      verb={t('abstention.verb')}
      act={abstain}
      onClose={onClose}
    />
  );
}
