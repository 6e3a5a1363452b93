import { Button } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { DelegationView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useSession } from '../../app/session.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from './delegations.module.css';
import { ReviewDialog } from './ReviewDialog.tsx';

const endings = ['withdrawal', 'revocation', 'relinquishment'] as const;
type Ending = (typeof endings)[number];

/** What the API says that the reader may do with it now; each ending wants a reason. */
export function Acts({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const [open, setOpen] = useState<Ending | 'reviews' | null>(null);
  const { id, can, status, delegatee } = view;
  const close = () => setOpen(null);
  const allowed = endings.filter((ending) => can[ending]);
  const isHeld = status === 'accepted' && person?.id === delegatee.id;
  if (allowed.length === 0 && !can.reviews && !isHeld) return null;
  return (
    <section className={styles.acts} aria-label={t('delegation.acts')}>
      {can.reviews && <Button onClick={() => setOpen('reviews')}>{t('review.begin')}</Button>}
      {allowed.map((ending) => (
        <EndButton key={ending} ending={ending} onClick={() => setOpen(ending)} />
      ))}
      {isHeld && (
        <Link to="/delegations/$id/redelegation" params={{ id }}>
          {t('delegation.redelegate')}
        </Link>
      )}
      {open === 'reviews' && <ReviewDialog view={view} onClose={close} />}
      {open && open !== 'reviews' && <EndDialog view={view} ending={open} onClose={close} />}
    </section>
  );
}

function EndButton({ ending, onClick }: { ending: Ending; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="secondary" data-color={ending === 'revocation' ? 'danger' : 'neutral'} onClick={onClick}>
      {t(`ending.verb.${ending}`)}
    </Button>
  );
}

interface Asked {
  readonly view: DelegationView;
  readonly ending: Ending;
  readonly onClose: () => void;
}

function EndDialog({ view: { id, task, delegator, delegatee }, ending, onClose }: Asked) {
  const { t } = useTranslation();
  const act = useAct({
    send: (reason: string) => {
      const asked = { params: { path: { id } }, body: { reason } };
      switch (ending) {
        case 'withdrawal':
          return answerOf(api.POST('/api/v1/delegations/{id}/withdrawal', asked));
        case 'revocation':
          return answerOf(api.POST('/api/v1/delegations/{id}/revocation', asked));
        case 'relinquishment':
          return answerOf(api.POST('/api/v1/delegations/{id}/relinquishment', asked));
      }
    },
    done: () => t(`ending.done.${ending}`, { task: task.name }),
  });
  const names = { task: task.name, delegator: delegator.name, delegatee: delegatee.name };
  return (
    <ReasonDialog
      title={t(`ending.verb.${ending}`)}
      text={t(`ending.text.${ending}`, names)}
      verb={t(`ending.verb.${ending}`)}
      act={act}
      onClose={onClose}
    />
  );
}
