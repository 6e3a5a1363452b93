import { ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Select, Switch, Tag } from '@navikt/ds-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CoverageView, CoveredView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { areas } from '../matrix/routes.ts';
import styles from './coverage.module.css';
import { coverageRoute } from './routes.ts';

const coverage = (query: { area?: (typeof areas)[number] }) =>
  queryOptions({
    queryKey: ['coverage', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/coverage', { params: { query }, signal })),
  });

/** How many may do each task on each day of the week, and which tasks hang on one person. */
export function CoveragePage() {
  const { t } = useTranslation();
  const { area, show } = coverageRoute.useSearch();
  const navigate = coverageRoute.useNavigate();
  const query = useQuery(coverage(area ? { area } : {}));
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <Page title={t('coverage.title')} lead={t('coverage.lead')}>
      <div className={styles.filters}>
        <Select
          label={t('matrix.area')}
          value={area ?? ''}
          onChange={({ target }) => narrow({ area: target.value || undefined })}
        >
          <option value="">{t('matrix.allAreas')}</option>
          {areas.map((one) => (
            <option key={one} value={one}>
              {t(`area.${one}`)}
            </option>
          ))}
        </Select>
        <Switch
          checked={show === 'thin'}
          onChange={({ target }) => narrow({ show: target.checked ? 'thin' : undefined })}
        >
          {t('coverage.onlyThin')}
        </Switch>
      </div>
      <Answered query={query}>{(view) => <Tasks view={view} />}</Answered>
    </Page>
  );
}

function Tasks({ view }: { view: CoverageView }) {
  const { t } = useTranslation();
  const { show } = coverageRoute.useSearch();
  const shown = view.tasks.filter(
    ({ singlePoint, nobody }) => show !== 'thin' || singlePoint || nobody.length > 0,
  );
  if (shown.length === 0)
    return <EmptyState text={show === 'thin' ? t('coverage.noneThin') : t('coverage.none')} />;
  return (
    <ul className={styles.tasks}>
      {shown.map((covered) => (
        <Task key={covered.task.id} covered={covered} view={view} />
      ))}
    </ul>
  );
}

/** So few are named where they are counted. */
const few = 2;

function Task({ covered, view }: { covered: CoveredView; view: CoverageView }) {
  const { t } = useTranslation();
  const { task, days, onlyOne, singlePoint, nobody } = covered;
  const nameOf = (place: number) => view.people[place]?.name ?? '';
  return (
    <li>
      <div>
        <strong>{task.name}</strong>
        <p className={styles.quiet}>{t(`area.${task.area}`)}</p>
        {singlePoint && (
          <Tag
            size="small"
            variant="moderate"
            data-color="warning"
            icon={<ExclamationmarkTriangleIcon aria-hidden />}
          >
            {onlyOne ? t('coverage.onlyOne', { name: onlyOne.name }) : t('coverage.oneSomeDay')}
          </Tag>
        )}
        {nobody.length > 0 && (
          <Tag size="small" variant="moderate" data-color="danger" icon={<XMarkOctagonIcon aria-hidden />}>
            {t('coverage.nobody')}
          </Tag>
        )}
      </div>
      <dl className={styles.week}>
        {days.map(({ weekday, count, people }) => (
          <div key={weekday} data-short={nobody.includes(weekday) || undefined}>
            <dt>{t(`coverage.weekday.${String(weekday) as '1'}`)}</dt>
            <dd>
              <span className={styles.count}>{count}</span>
              {count > 0 && count <= few && (
                <span className={styles.names}>{people.map(nameOf).join(', ')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
