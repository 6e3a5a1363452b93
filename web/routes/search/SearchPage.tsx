import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../app/SearchField.tsx';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { type FoundByName, found } from './queries.ts';
import { searchRoute } from './routes.ts';
import styles from './search.module.css';

export function SearchPage() {
  const { t } = useTranslation();
  const { q = '' } = searchRoute.useSearch();
  const query = useQuery(found(q));
  return (
    <Page title={q ? t('search.for', { q }) : t('search.title')}>
      <div className={styles.field}>
        <SearchField q={q} />
      </div>
      {q === '' ? (
        <EmptyState text={t('search.label')} />
      ) : (
        <Answered query={query}>{(all) => <Found q={q} {...all} />}</Answered>
      )}
    </Page>
  );
}

function Found({ q, people, tasks, delegations }: { q: string } & FoundByName) {
  const { t } = useTranslation();
  if ([people, tasks, delegations].every(({ items }) => items.length === 0))
    return <EmptyState text={t('search.nothing', { q })} />;
  return (
    <>
      <Group title={t('search.people')} page={people}>
        {({ id, name, titleOn }) => (
          <Link to="/people/$id" params={{ id }}>
            <strong>{name}</strong> <span>{titleOn.title}</span>
          </Link>
        )}
      </Group>
      <Group title={t('search.tasks')} page={tasks}>
        {({ id, name, area }) => (
          <Link to="/decisions" search={{ taskId: id }}>
            <strong>{name}</strong> <span>{t(`area.${area}`)}</span>
          </Link>
        )}
      </Group>
      <Group title={t('search.delegations')} page={delegations}>
        {(delegation) => <DelegationLink delegation={delegation} />}
      </Group>
    </>
  );
}

interface Linked {
  readonly delegation: FoundByName['delegations']['items'][number];
}

function DelegationLink({ delegation: { id, task, delegator, delegatee, status } }: Linked) {
  const { t } = useTranslation();
  return (
    <Link to="/delegations/$id" params={{ id }}>
      <strong>{task.name}</strong>{' '}
      <span>{t('delegation.parties', { delegator: delegator.name, delegatee: delegatee.name })}</span>
      <StatusTag status={status} />
    </Link>
  );
}

interface Listed<Item> {
  readonly title: string;
  readonly page: { readonly items: readonly Item[]; readonly nextCursor: string | null };
  readonly children: (item: Item) => ReactNode;
}

function Group<Item extends { id: string }>({ title, page: { items, nextCursor }, children }: Listed<Item>) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section className={styles.group}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {nextCursor && <p className={styles.more}>{t('search.more')}</p>}
    </section>
  );
}
