import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../app/LanguageChoice.tsx';
import { useBecome } from '../../app/session.ts';
import styles from '../../app/shell.module.css';
import { Page } from '../../ui/Page.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const become = useBecome();
  return (
    <main className={styles.alone}>
      <img src="/icon.svg" alt="" width="48" height="48" />
      <Page title={t('session.title')} lead={t('session.lead')}>
        <SignInForm onSignedIn={become} />
      </Page>
      <div className={styles.below}>
        <LanguageChoice />
      </div>
    </main>
  );
}
