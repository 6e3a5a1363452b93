import { CalendarIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { TeachingDetailView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import styles from './teaching.module.css';

/** What the API says that the reader may do with it now. */
export function Acts({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const { id, can, status } = view;
  return (
    <section className={styles.acts} aria-label={t('delegation.acts')}>
      <Own view={view} />
      {can.attendance && (
        <LinkButton to="/teaching/$id/attendance" params={{ id }}>
          {t('teaching.attend')}
        </LinkButton>
      )}
      <Records view={view} />
      <Managing view={view} />
      {status === 'planned' && (
        <Button
          as="a"
          role="link"
          variant="tertiary"
          icon={<CalendarIcon aria-hidden />}
          href={`/api/v1/teaching/${id}/calendar.ics`}
          download
        >
          {t('teaching.calendar')}
        </Button>
      )}
    </section>
  );
}

function Managing({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'invite' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const { id, can } = view;
  return (
    <>
      {can.invitation && (
        <Button variant="secondary" onClick={() => setOpen('invite')}>
          {t('teaching.invite')}
        </Button>
      )}
      {can.change && (
        <LinkButton to="/teaching/$id/change" params={{ id }} variant="secondary">
          {t('teaching.change')}
        </LinkButton>
      )}
      {can.cancellation && (
        <Button variant="secondary" data-color="danger" onClick={() => setOpen('cancel')}>
          {t('teaching.cancel')}
        </Button>
      )}
      {open === 'invite' && <InviteDialog view={view} onClose={close} />}
      {open === 'cancel' && <CancelDialog view={view} onClose={close} />}
    </>
  );
}

/** One's own coming or not: each takes the other back. */
function Own({ view: { id, title, can } }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const path = { params: { path: { id } } };
  const up = () => answerOf(api.POST('/api/v1/teaching/{id}/sign-up', path));
  const off = () => answerOf(api.POST('/api/v1/teaching/{id}/sign-off', path));
  const signUp = useAct({ send: up, done: () => t('teaching.signedUp', { title }), undo: off });
  const signOff = useAct({ send: off, done: () => t('teaching.signedOff', { title }), undo: up });
  return (
    <>
      {can.signUp && (
        <Button loading={signUp.isPending} onClick={() => signUp.mutate()}>
          {t('teaching.signUp')}
        </Button>
      )}
      {can.signOff && (
        <Button variant="secondary" loading={signOff.isPending} onClick={() => signOff.mutate()}>
          {t('teaching.signOff')}
        </Button>
      )}
      <ProblemAlert problem={signUp.error ?? signOff.error} />
    </>
  );
}

/** Records for everybody who was there all the time; those who have got theirs are left as they are. */
function Records({ view: { id, can, people, gives } }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const give = useAct({
    send: () => answerOf(api.POST('/api/v1/teaching/{id}/records', { params: { path: { id } }, body: {} })),
    done: ({ added }) => t('teaching.recordsGiven', { count: added }),
  });
  const waiting = people.filter(
    ({ attendance, records }) => attendance?.status === 'present' && records.length < gives.length,
  );
  if (!can.records || waiting.length === 0) return null;
  return (
    <>
      <Button variant="secondary" loading={give.isPending} onClick={() => give.mutate()}>
        {t('teaching.giveRecords', { count: waiting.length })}
      </Button>
      <ProblemAlert problem={give.error} />
    </>
  );
}

function CancelDialog({ view: { id, title }, onClose }: { view: TeachingDetailView; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct({
    send: (reason: string) =>
      answerOf(
        api.POST('/api/v1/teaching/{id}/cancellation', { params: { path: { id } }, body: { reason } }),
      ),
    done: () => t('teaching.wasCancelled', { title }),
  });
  return (
    <ReasonDialog
      title={t('teaching.cancel')}
      text={t('teaching.cancelText', { title })}
      verb={t('teaching.cancel')}
      act={act}
      onClose={onClose}
    />
  );
}
