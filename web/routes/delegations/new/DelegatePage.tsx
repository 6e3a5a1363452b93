import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Wizard } from './Wizard.tsx';

/** To leave a task to somebody, in steps; only a person can. */
export function DelegatePage() {
  const { t } = useTranslation();
  const { person } = useSession();
  return (
    <Page title={t('delegate.title')} lead={t('delegate.lead')}>
      {person ? <Wizard delegatorId={person.id} /> : <EmptyState text={t('delegate.noPerson')} />}
    </Page>
  );
}
