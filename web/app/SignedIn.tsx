import { Loader } from '@navikt/ds-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.tsx';
import { Shell } from './Shell.tsx';
import { Session, useWhoAmI } from './session.ts';
import styles from './shell.module.css';

const SignInPage = lazy(async () => ({
  default: (await import('../routes/session/SignInPage.tsx')).SignInPage,
}));

/** Asks once who is signed in; the address stays what it was, so that the sign-in leads to where one wanted. */
export function SignedIn() {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useWhoAmI();
  if (error)
    return (
      <main className={styles.alone}>
        <ProblemAlert problem={error} retry={refetch} />
      </main>
    );
  if (session === undefined)
    return <Loader className={styles.waiting} size="2xlarge" title={t('app.loading')} />;
  if (session === null)
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  return (
    <Session key={`${session.user?.id} ${session.clinic?.id}`} value={session}>
      <Shell />
    </Session>
  );
}
