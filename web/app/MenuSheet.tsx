import { Modal } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import styles from './navigation.module.css';
import { Groups } from './Places.tsx';

/** The whole menu over the page: Escape closes it and gives the focus back; whoever chooses is taken to the page. */
export function MenuSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open header={{ heading: t('app.navigation') }} onClose={onClose} className={styles.sheet}>
      <Modal.Body>
        <Groups onChosen={onClose} />
      </Modal.Body>
    </Modal>
  );
}
