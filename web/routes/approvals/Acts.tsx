import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { ApprovalView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from '../delegations/delegations.module.css';

const endings = ['withdrawal', 'relinquishment'] as const;
type Ending = (typeof endings)[number];

/** What the API says that the reader may do with it now; each wants a reason. */
export function Acts({ view }: { view: ApprovalView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Ending | null>(null);
  const allowed = endings.filter((ending) => view.can[ending]);
  if (allowed.length === 0) return null;
  return (
    <section className={styles.acts} aria-label={t('delegation.acts')}>
      {allowed.map((ending) => (
        <Button
          key={ending}
          variant="secondary"
          data-color={ending === 'withdrawal' ? 'danger' : 'neutral'}
          onClick={() => setOpen(ending)}
        >
          {t(`approval.verb.${ending}`)}
        </Button>
      ))}
      {open && <EndDialog view={view} ending={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface Asked {
  readonly view: ApprovalView;
  readonly ending: Ending;
  readonly onClose: () => void;
}

function EndDialog({ view: { id, task, person }, ending, onClose }: Asked) {
  const { t } = useTranslation();
  const names = { task: task.name, person: person.name };
  const act = useAct({
    send: (reason: string) => {
      const asked = { params: { path: { id } }, body: { reason } };
      return ending === 'withdrawal'
        ? answerOf(api.POST('/api/v1/approvals/{id}/withdrawal', asked))
        : answerOf(api.POST('/api/v1/approvals/{id}/relinquishment', asked));
    },
    done: () => t(`approval.ended.${ending}`, names),
  });
  return (
    <ReasonDialog
      title={t(`approval.verb.${ending}`)}
      text={t(`approval.endText.${ending}`, names)}
      verb={t(`approval.verb.${ending}`)}
      act={act}
      onClose={onClose}
    />
  );
}
