import { BodyLong } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')}>
      <BodyLong spacing>{t('app.notFound.text')}</BodyLong>
      <Link to="/">{t('app.notFound.home')}</Link>
    </Page>
  );
}
