import { DownloadIcon, FilePdfIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { languageInUse } from '../../app/language.ts';
import styles from './delegations.module.css';

/** The letter to print and hand over, and the proof that the last step is in the clinic's log. */
export function Papers({ view: { id, receipt } }: { view: DelegationView }) {
  const { t } = useTranslation();
  return (
    <div className={styles.papers}>
      <Button
        as="a"
        href={`/api/v1/delegations/${id}/letter?lang=${languageInUse()}`}
        download
        role="link"
        variant="secondary"
        icon={<FilePdfIcon aria-hidden />}
      >
        {t('delegation.letter')}
      </Button>
      {receipt && (
        <Button
          variant="secondary"
          data-color="neutral"
          icon={<DownloadIcon aria-hidden />}
          onClick={() => save(receipt, `delegering-${id}.tlog-proof`)}
        >
          {t('delegation.receipt')}
        </Button>
      )}
    </div>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
