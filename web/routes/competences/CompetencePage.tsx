import { Button, Heading } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetenceView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { records } from '../competence-records/queries.ts';
import { RecordLines } from '../competence-records/RecordLines.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import styles from './competences.module.css';
import { competence } from './queries.ts';
import { competenceRoute } from './routes.ts';
import { useValidity } from './useValidity.ts';

/** One competence: what it is, how long it lasts, and who holds it. */
export function CompetencePage() {
  const { t } = useTranslation();
  const { id } = competenceRoute.useParams();
  const query = useQuery(competence(id));
  return (
    <Page title={query.data?.name ?? t('competence.one')}>
      <Answered query={query}>
        {(view) => (
          <>
            <About view={view} />
            <Holders id={view.id} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function About({ view }: { view: CompetenceView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const validity = useValidity();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Facts
        facts={[
          [t('competence.kindLabel'), t(`competence.kind.${view.kind}`)],
          [t('competence.levels'), view.levels.join(' – ')],
          [t('competence.validity'), validity(view.validityMonths)],
          [t('competence.renewal'), view.renewal],
          [t('competence.origin'), view.catalogueCode ? t('competence.of.national') : null],
        ]}
      />
      <div className={styles.acts}>
        {roles.includes('manager') && (
          <>
            <Button variant="secondary" onClick={() => setChanging(true)}>
              {t('competence.change')}
            </Button>
            <Link to="/competence-records/new" search={{ competenceId: view.id }}>
              {t('record.register')}
            </Link>
          </>
        )}
        {(roles.includes('manager') || roles.includes('auditor')) && (
          <Link to="/matrix" search={{ competenceId: view.id }}>
            {t('competence.toMatrix')}
          </Link>
        )}
      </div>
      {changing && <ChangeDialog view={view} onClose={() => setChanging(false)} />}
    </>
  );
}

function Holders({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(records({ competenceId: id, status: 'confirmed' }));
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {t('competence.holders')}
      </Heading>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={t('competence.noHolders')} />
          ) : (
            <RecordLines records={found} without="competence" />
          )
        }
      </Answered>
      <More query={query} />
    </section>
  );
}
