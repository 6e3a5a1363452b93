import { PlusIcon } from '@navikt/aksel-icons';
import { Search, Select } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { operations, PersonView } from '../../api/schema.ts';
import { languageInUse } from '../../app/language.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { occupations } from '../delegations/queries.ts';
import styles from './people.module.css';
import { people } from './queries.ts';
import { peopleRoute } from './routes.ts';

type Occupation = NonNullable<operations['listPeople']['parameters']['query']>['occupation'];

/** Everybody who works or has worked here; what one looks for stands in the address. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const wanted = useDeferredValue(peopleRoute.useSearch());
  const query = useInfiniteQuery(
    people({ q: wanted.q, occupation: wanted.occupation as Occupation, limit: 100 }),
  );
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      {roles.includes('manager') && (
        <LinkButton to="/people/new" icon={<PlusIcon aria-hidden />} className={styles.begin}>
          {t('people.add')}
        </LinkButton>
      )}
      <Filters />
      <Answered query={query}>
        {(found) => (found.length === 0 ? <EmptyState text={t('people.none')} /> : <List found={found} />)}
      </Answered>
      <More query={query} />
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { q, occupation } = peopleRoute.useSearch();
  const navigate = peopleRoute.useNavigate();
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <div className={styles.filters}>
      <Search
        label={t('people.search')}
        hideLabel={false}
        variant="simple"
        value={q ?? ''}
        onChange={(value) => narrow({ q: value || undefined })}
      />
      <OccupationFilter
        value={occupation}
        onChange={(wanted) => narrow({ occupation: wanted || undefined })}
      />
    </div>
  );
}

interface Narrowed {
  readonly value: string | undefined;
  readonly onChange: (occupation: string) => void;
}

function OccupationFilter({ value, onChange }: Narrowed) {
  const { t } = useTranslation();
  const { data } = useQuery(occupations());
  return (
    <Select
      key={data?.items.length}
      label={t('people.occupation')}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('people.anyOccupation')}</option>
      {data?.items.map(({ code, title }) => (
        <option key={code} value={code}>
          {title[languageInUse()]}
        </option>
      ))}
    </Select>
  );
}

function List({ found }: { found: readonly PersonView[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {found.map(({ id, name, titleOn }) => (
        <li key={id}>
          <Link to="/people/$id" params={{ id }}>
            <strong>{name}</strong>
            <span>{titleOn.title || t('people.notEngaged')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
