import { PlusIcon } from '@navikt/aksel-icons';
import { Search, Tabs } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompetenceView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import styles from './competences.module.css';
import { National } from './National.tsx';
import { competencesRoute, type Origin, origins } from './routes.ts';
import { useValidity } from './useValidity.ts';

/** What people here can be shown to master: the clinic's own list, and the national one to take from. */
export function CompetencesPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { of = 'own', q } = competencesRoute.useSearch();
  const navigate = competencesRoute.useNavigate();
  return (
    <Page title={t('competence.title')} lead={t('competence.lead')}>
      {roles.includes('manager') && (
        <div className={styles.begin}>
          <LinkButton to="/competences/new" icon={<PlusIcon aria-hidden />}>
            {t('competence.make')}
          </LinkButton>
        </div>
      )}
      <Tabs value={of} onChange={(next) => navigate({ search: (now) => ({ ...now, of: next as Origin }) })}>
        <Tabs.List>
          {origins.map((origin) => (
            <Tabs.Tab key={origin} value={origin} label={t(`competence.of.${origin}`)} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={of} className={styles.panel}>
          <div className={styles.search}>
            <Search
              label={t('competence.search')}
              hideLabel={false}
              variant="simple"
              value={q ?? ''}
              onChange={(value) =>
                navigate({ search: (now) => ({ ...now, q: value || undefined }), replace: true })
              }
            />
          </div>
          {of === 'own' ? <Own /> : <National />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Own() {
  const { t } = useTranslation();
  const { q = '' } = competencesRoute.useSearch();
  const query = useQuery(allCompetences());
  return (
    <Answered query={query}>
      {(all) => {
        const found = all
          .filter(({ name }) => name.toLocaleLowerCase('nb').includes(q.toLocaleLowerCase('nb')))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
        if (found.length === 0)
          return <EmptyState text={all.length === 0 ? t('competence.none') : t('competence.noneFound')} />;
        return (
          <ul className={styles.list}>
            {found.map((view) => (
              <Line key={view.id} view={view} />
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}

function Line({ view: { id, name, kind, levels, validityMonths } }: { view: CompetenceView }) {
  const { t } = useTranslation();
  const validity = useValidity();
  return (
    <li>
      <Link to="/competences/$id" params={{ id }} className={styles.line}>
        <strong>{name}</strong>
        <span>{t(`competence.kind.${kind}`)}</span>
        <span>{levels.join(' – ')}</span>
        <span>{validity(validityMonths)}</span>
      </Link>
    </li>
  );
}
