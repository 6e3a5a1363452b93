import { Alert } from '@navikt/ds-react';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

/** Without a network the page stays as it is; what is shown may be old, and what is sent waits for a new try. */
export function Offline() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(
    (tell) => onlineManager.subscribe(tell),
    () => onlineManager.isOnline(),
    () => true,
  );
  return <div role="status">{!online && <Alert variant="warning">{t('app.offline')}</Alert>}</div>;
}
