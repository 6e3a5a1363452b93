import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Alone } from '../../app/Alone.tsx';
import { useBecome } from '../../app/session.ts';
import { SignInForm } from './SignInForm.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  return (
    <Alone title={t('session.title')} lead={t('session.lead')}>
      <SignInForm onSignedIn={useBecome()} />
      <p>
        {t('session.noClinic')} <Link to="/clinics/new">{t('session.signUp')}</Link>
      </p>
    </Alone>
  );
}
