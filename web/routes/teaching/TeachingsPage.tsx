import { PlusIcon } from '@navikt/aksel-icons';
import { Select, Tabs } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TeachingView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import styles from '../delegations/overview/overview.module.css';
import { teachings } from './queries.ts';
import { statuses, teachingsRoute } from './routes.ts';
import { TeachingTag } from './TeachingTag.tsx';
import { timeText } from './time.ts';

/** Courses, meetings and teaching within the house: what is to come, and what has been. */
export function TeachingsPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  return (
    <Page title={t('teaching.title')} lead={t('teaching.lead')}>
      {roles.includes('manager') && (
        <LinkButton to="/teaching/new" icon={<PlusIcon aria-hidden />} className={styles.begin}>
          {t('teaching.plan')}
        </LinkButton>
      )}
      <Parts />
    </Page>
  );
}

function Parts() {
  const { t } = useTranslation();
  const { part = 'coming' } = teachingsRoute.useSearch();
  const navigate = teachingsRoute.useNavigate();
  const show = (chosen: string) => {
    const next = chosen === 'past' ? ('past' as const) : undefined;
    return navigate({ search: (now) => ({ ...now, status: undefined, part: next }), replace: true });
  };
  return (
    <Tabs value={part} onChange={show}>
      <Tabs.List>
        <Tabs.Tab value="coming" label={t('teaching.coming')} />
        <Tabs.Tab value="past" label={t('teaching.past')} />
      </Tabs.List>
      <Tabs.Panel value={part} className={styles.panel}>
        <Filters />
        <List />
      </Tabs.Panel>
    </Tabs>
  );
}

function List() {
  const { t } = useTranslation();
  const { part = 'coming', ...wanted } = teachingsRoute.useSearch();
  const day = isoDay(today()) ?? undefined;
  const isPast = part === 'past';
  const asked = isPast ? { to: day, order: 'desc' as const } : { from: day };
  const query = useInfiniteQuery(teachings({ ...wanted, ...asked }));
  return (
    <section className={styles.section} aria-label={t(`teaching.${part}`)}>
      <Answered query={query}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState text={t(isPast ? 'teaching.nonePast' : 'teaching.noneComing')} />
          ) : (
            <ul className={styles.list}>
              {found.map((view) => (
                <Line key={view.id} view={view} />
              ))}
            </ul>
          )
        }
      </Answered>
      <More query={query} />
    </section>
  );
}

function Line({ view }: { view: TeachingView }) {
  const { t } = useTranslation();
  const { id, kind, title, startsAt, endsAt, place, status, mine, tally } = view;
  const people = tally && (tally.present > 0 ? 'present' : 'expected');
  return (
    <li>
      <Link to="/teaching/$id" params={{ id }}>
        <strong>{title}</strong>
        <span>
          {[
            t(`teaching.kind.${kind}`),
            place,
            people && t(`teaching.count.${people}`, { count: tally?.[people] ?? 0 }),
            mine.participation && t(`teaching.mine.${mine.participation}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.period}>{timeText(startsAt, endsAt)}</span>
        <TeachingTag status={status} />
      </Link>
    </li>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { personId, competenceId } = teachingsRoute.useSearch();
  const narrow = useNarrowing();
  const asksOfOthers = roles.includes('manager') || roles.includes('auditor');
  return (
    <div className={styles.filters}>
      <StatusFilter />
      <CompetencePicker
        label={t('teaching.gives')}
        none={t('teaching.anything')}
        value={competenceId ?? ''}
        onChange={({ target }) => narrow({ competenceId: target.value || undefined })}
      />
      {asksOfOthers && (
        <PersonPicker
          label={t('teaching.withPerson')}
          none={t('delegations.anybody')}
          value={personId ?? ''}
          onChange={({ target }) => narrow({ personId: target.value || undefined })}
        />
      )}
    </div>
  );
}

function useNarrowing() {
  const navigate = teachingsRoute.useNavigate();
  return (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
}

function StatusFilter() {
  const { t } = useTranslation();
  const { status } = teachingsRoute.useSearch();
  const narrow = useNarrowing();
  return (
    <Select
      label={t('delegations.status')}
      value={status ?? ''}
      onChange={({ target }) => narrow({ status: target.value || undefined })}
    >
      <option value="">{t('delegations.any')}</option>
      {statuses.map((word) => (
        <option key={word} value={word}>
          {t(`teaching.status.${word}`)}
        </option>
      ))}
    </Select>
  );
}
