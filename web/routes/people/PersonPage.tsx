import { Tabs } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { Authorisations } from './Authorisations.tsx';
import { Engagements } from './Engagements.tsx';
import styles from './people.module.css';
import { person } from './queries.ts';
import { Responsibilities } from './Responsibilities.tsx';
import { personRoute, type Tab, tabs } from './routes.ts';
import { WorkingDays } from './WorkingDays.tsx';

/** Everything about one person, tab by tab; colleagues see what they need to know, managers and auditors more. */
export function PersonPage() {
  const { t } = useTranslation();
  const query = useQuery(person(personRoute.useParams().id));
  const title = query.data && (query.data.titleOn.title || t('people.notEngaged'));
  return (
    <Page title={query.data?.name ?? t('person.one')} lead={title}>
      <Answered query={query}>{(view) => <Everything view={view} />}</Answered>
    </Page>
  );
}

function Everything({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { tab = 'responsibilities' } = personRoute.useSearch();
  const navigate = personRoute.useNavigate();
  const open = (next: string) => navigate({ search: { tab: next as Tab }, replace: true });
  return (
    <>
      <About view={view} />
      <Tabs value={tab} onChange={open} className={styles.tabs}>
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} label={t(`person.tab.${name}`)} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={styles.panel}>
          {tab === 'responsibilities' && <Responsibilities view={view} />}
          {tab === 'engagements' && <Engagements view={view} />}
          {tab === 'authorisations' && <Authorisations view={view} />}
          {tab === 'days' && <WorkingDays id={view.id} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function About({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  return (
    <>
      <Facts
        facts={[
          [t('person.email'), view.email],
          [t('person.hprNumber'), view.hprNumber?.toString()],
          [t('person.birthDate'), view.birthDate && dayText(`${view.birthDate}T12:00:00Z`)],
        ]}
      />
      {roles.includes('manager') && (
        <p className={styles.edit}>
          <LinkButton
            to="/people/$id/edit"
            params={{ id: view.id }}
            size="small"
            variant="secondary"
            data-color="neutral"
          >
            {t('person.editVerb')}
          </LinkButton>
        </p>
      )}
    </>
  );
}
