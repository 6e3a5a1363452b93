import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponsibilitiesView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { BasisFilter } from './BasisFilter.tsx';
import { Expiring } from './Expiring.tsx';
import { HeldTask } from './HeldTask.tsx';
import { Pending } from './Pending.tsx';
import { myResponsibilities, openAbstentions } from './queries.ts';
import styles from './responsibilities.module.css';
import { myResponsibilitiesRoute } from './routes.ts';

/** "Mine oppgaver": what waits for an answer first, then what soon ends, then everything one answers for, by area. */
export function MyResponsibilities() {
  const { t } = useTranslation();
  const query = useQuery(myResponsibilities());
  return (
    <Page title={t('responsibilities.title')} lead={query.data && leadOf(query.data)}>
      <Answered query={query}>{(held) => <Held held={held} />}</Answered>
    </Page>
  );
}

const leadOf = ({ name, title }: ResponsibilitiesView): string => [name, title].filter(Boolean).join(', ');

function Held({ held }: { held: ResponsibilitiesView }) {
  const { t } = useTranslation();
  return (
    <>
      <Pending pending={held.pending} />
      <Expiring expiring={held.expiring} at={held.at} />
      {held.areas.length === 0 && <EmptyState text={t('responsibilities.none')} />}
      <BasisFilter areas={held.areas} />
      <Areas areas={held.areas} personId={held.personId} />
    </>
  );
}

function Areas({ areas, personId }: Pick<ResponsibilitiesView, 'areas' | 'personId'>) {
  const { t } = useTranslation();
  const { person } = useSession();
  const abstentions = useQuery({ ...openAbstentions(personId), enabled: person?.id === personId });
  const { basis } = myResponsibilitiesRoute.useSearch();
  const shown = areas
    .map((area) => ({ ...area, tasks: area.tasks.filter((task) => !basis || task.basis === basis) }))
    .filter(({ tasks }) => tasks.length > 0);
  return shown.map(({ code, tasks }) => (
    // An area for itself, so that a slow phone can bring them to life one after the other.
    <Suspense key={code}>
      <section className={styles.area} aria-labelledby={`area-${code}`}>
        <Heading level="2" size="small" id={`area-${code}`} className={styles.areaTitle}>
          {t(`area.${code as 'generelt'}`)}{' '}
          <span>{t('responsibilities.count', { count: tasks.length })}</span>
        </Heading>
        <ul className={styles.tasks}>
          {tasks.map((held) => (
            <HeldTask
              key={`${held.task.id} ${held.basis}`}
              held={held}
              abstention={abstentions.data?.items.find(({ task }) => task.id === held.task.id)}
            />
          ))}
        </ul>
      </section>
    </Suspense>
  ));
}
