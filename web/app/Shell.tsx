import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './Header.tsx';
import { later } from './later.ts';
import { Navigation } from './Navigation.tsx';
import { Offline } from './Offline.tsx';
import { OnPaper } from './OnPaper.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import styles from './shell.module.css';

const RenewalDialog = later(async () => ({ default: (await import('./RenewalDialog.tsx')).RenewalDialog }));

/** Header, places to go and the page itself, in the order a keyboard meets them. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <Header />
      <Navigation />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Offline />
        <OnPaper />
        <Outlet />
      </main>
      <Suspense>
        <RenewalDialog />
      </Suspense>
      <Shortcuts />
    </div>
  );
}
