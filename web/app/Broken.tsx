import { BodyLong, Button } from '@navikt/ds-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';
import styles from './shell.module.css';

/** Something in our own page broke: said without its words, with a way on. */
export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('app.broken.title')}>
      <BodyLong spacing>{t('app.broken.text')}</BodyLong>
      <Button onClick={reset}>{t('app.tryAgain')}</Button>
    </Page>
  );
}

/** The same, where there is no shell around it. */
export function BrokenAlone(failure: ErrorComponentProps) {
  return (
    <main className={styles.alone}>
      <Broken {...failure} />
    </main>
  );
}
