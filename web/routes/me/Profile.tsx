import { Heading } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../app/Choices.tsx';
import { useSession } from '../../app/session.ts';
import { lastDayText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import { Stack } from '../../ui/Stack.tsx';

/** Who one is here, and how one wants the screens. */
export function Profile() {
  const { t } = useTranslation();
  const { user, person, clinic, roles, auditorUntil } = useSession();
  return (
    <Page title={t('profile.title')}>
      <Stack gap="large">
        <Facts
          facts={[
            [t('profile.name'), user?.name],
            [t('session.email'), user?.email],
            [t('profile.person'), person?.name ?? t('profile.noPerson')],
            [t('app.clinic'), clinic?.name],
            [t('member.roles'), roles.map((role) => t(`role.${role}`)).join(', ')],
            [t('member.auditorUntil'), auditorUntil && lastDayText(auditorUntil)],
          ]}
        />
        {person && <Link to="/me/responsibilities">{t('responsibilities.title')}</Link>}
        <section>
          <Heading level="2" size="small" spacing>
            {t('profile.choices')}
          </Heading>
          <Choices />
        </section>
      </Stack>
    </Page>
  );
}
