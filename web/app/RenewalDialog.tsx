import { BodyShort, Button, Modal } from '@navikt/ds-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { endRenewal, isRenewing, onRenewal } from '../api/renewal.ts';
import type { SessionView } from '../api/schema.ts';
import { SignInForm } from '../routes/session/SignInForm.tsx';
import { useBecome, useSession } from './session.ts';

/** The session ended while somebody was at work: signed in again over the page, nothing that was typed is lost. */
export function RenewalDialog() {
  const { t } = useTranslation();
  const { user, clinic } = useSession();
  const become = useBecome();
  const open = useSyncExternalStore(onRenewal, isRenewing, isRenewing);
  const goOn = async (next: SessionView) => {
    // A new session opens in the first clinic of the user; the work was at this one.
    if (clinic && next.clinic?.id !== clinic.id)
      await answerOf(api.PUT('/api/v1/session/clinic', { body: { clinicId: clinic.id } }));
    endRenewal(true);
  };
  const giveUp = () => {
    endRenewal(false);
    become(null);
  };
  if (!open || !user) return null;
  return (
    <Modal open header={{ heading: t('session.expired'), closeButton: false }} onClose={giveUp}>
      <Modal.Body>
        <BodyShort spacing>{t('session.expiredText')}</BodyShort>
        <SignInForm email={user.email} onSignedIn={goOn} />
        <Button variant="tertiary" onClick={giveUp}>
          {t('session.giveUp')}
        </Button>
      </Modal.Body>
    </Modal>
  );
}
