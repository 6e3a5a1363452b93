import { PlusIcon } from '@navikt/aksel-icons';
import { Tabs } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page } from '../../../ui/Page.tsx';
import { overviewRoute, type Side, sides } from '../routes.ts';
import { Filters } from './Filters.tsx';
import { Listed } from './Listed.tsx';
import styles from './overview.module.css';

/** Given and received, and all that the reader may see; what one looks for stands in the address. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { side = 'all' } = overviewRoute.useSearch();
  const navigate = overviewRoute.useNavigate();
  const shown = person ? sides : (['all'] as const);
  const turnTo = (next: string) =>
    navigate({ search: (now) => ({ ...now, side: next as Side, from: undefined, to: undefined }) });
  return (
    <Page title={t('delegations.title')} lead={t('delegations.lead')}>
      {person && <Begin />}
      <Tabs value={side} onChange={turnTo}>
        <Tabs.List>
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name} label={t(`delegations.side.${name}`)} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={side} className={styles.panel}>
          <Filters side={side} />
          <Found side={side} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  return (
    <LinkButton to="/delegations/new" icon={<PlusIcon aria-hidden />} className={styles.begin}>
      {t('delegations.begin')}
    </LinkButton>
  );
}

/** Of the status one asks for, or else those that wait for an answer and those that stand. */
function Found({ side }: { side: Side }) {
  const { status } = overviewRoute.useSearch();
  if (status !== undefined) return <Listed side={side} status={status} />;
  return (
    <>
      <Listed side={side} status="proposed" />
      <Listed side={side} status="accepted" />
    </>
  );
}
