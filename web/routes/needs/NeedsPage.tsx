import { Chips, Heading, Select } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NeedView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { areas } from '../matrix/routes.ts';
import { Need } from './Need.tsx';
import styles from './needs.module.css';
import { needs } from './queries.ts';
import { horizons, needsRoute } from './routes.ts';

/** What the clinic has to see to: what is wrong now, and what runs out. */
export function NeedsPage() {
  const { t } = useTranslation();
  const { within = '90', area, personId } = needsRoute.useSearch();
  const navigate = needsRoute.useNavigate();
  const query = useInfiniteQuery(needs({ area, personId }));
  const narrow = (by: object) => navigate({ search: (now) => ({ ...now, ...by }), replace: true });
  return (
    <Page title={t('need.title')} lead={t('need.lead')}>
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
        <PersonPicker
          label={t('matrix.person')}
          none={t('matrix.everybody')}
          value={personId ?? ''}
          onChange={({ target }) => narrow({ personId: target.value || undefined })}
        />
      </div>
      <Chips aria-label={t('need.horizon')} className={styles.chips}>
        {horizons.map((one) => (
          <Chips.Toggle key={one} selected={within === one} onClick={() => narrow({ within: one })}>
            {t(`need.within.${one}`)}
          </Chips.Toggle>
        ))}
      </Chips>
      <Answered query={query}>
        {(found) => <Groups needs={found.filter(isWithin(within === 'now' ? 0 : Number(within)))} />}
      </Answered>
      <More query={query} />
    </Page>
  );
}

const isWithin =
  (days: number) =>
  ({ within }: NeedView): boolean =>
    (within ?? 0) <= days;

/** What is so already first, then what comes, the nearest first. */
function Groups({ needs: wanted }: { needs: readonly NeedView[] }) {
  const { t } = useTranslation();
  const groups = horizons
    .map((name) => ({ name, of: wanted.filter(({ within }) => String(within ?? 'now') === name) }))
    .filter(({ of }) => of.length > 0);
  if (groups.length === 0) return <EmptyState text={t('need.none')} />;
  return groups.map(({ name, of }) => (
    <section key={name} className={styles.section} aria-labelledby={`need-${name}`}>
      <Heading level="2" size="small" id={`need-${name}`}>
        {t(`need.heading.${name}`)} <span className={styles.count}>{of.length}</span>
      </Heading>
      <ul className={styles.list}>
        {of.map((need) => (
          <Need
            key={[
              need.kind,
              need.person.id,
              need.occupation,
              need.task?.id,
              need.subjectId,
              need.competences[0]?.id,
            ].join(' ')}
            need={need}
          />
        ))}
      </ul>
    </section>
  ));
}
