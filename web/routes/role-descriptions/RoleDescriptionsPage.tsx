import { PlusIcon } from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoleDescriptionView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { AreaSelect } from '../tasks/AreaSelect.tsx';
import { roleDescriptions } from './queries.ts';
import styles from './role-descriptions.module.css';
import { roleDescriptionsRoute } from './routes.ts';

/** What each position does, area by area; the clinic's own, whether it began with a national template or not. */
export function RoleDescriptionsPage() {
  const { t } = useTranslation();
  const { area } = roleDescriptionsRoute.useSearch();
  const navigate = roleDescriptionsRoute.useNavigate();
  const query = useQuery(roleDescriptions());
  return (
    <Page title={t('roleDescription.title')} lead={t('roleDescription.lead')}>
      <Begin />
      <div className={styles.filter}>
        <AreaSelect
          label={t('task.area')}
          none={t('task.allAreas')}
          value={area ?? ''}
          onChange={({ target }) =>
            navigate({ search: { area: (target.value || undefined) as typeof area }, replace: true })
          }
        />
      </div>
      <Answered query={query}>
        {(all) => (
          <Listed
            isEmpty={all.length === 0}
            roles={all.filter(({ areas }) => !area || areas.some(({ code }) => code === area))}
          />
        )}
      </Answered>
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  const { roles } = useSession();
  if (!roles.includes('manager')) return null;
  return (
    <div className={styles.acts}>
      <LinkButton to="/catalogue/role-descriptions" icon={<PlusIcon aria-hidden />}>
        {t('roleDescription.fromTemplate')}
      </LinkButton>
      <LinkButton to="/role-descriptions/new" variant="secondary">
        {t('roleDescription.fromScratch')}
      </LinkButton>
    </div>
  );
}

function Listed({ roles, isEmpty }: { roles: readonly RoleDescriptionView[]; isEmpty: boolean }) {
  const { t } = useTranslation();
  if (roles.length === 0)
    return (
      <EmptyState text={isEmpty ? t('roleDescription.none') : t('roleDescription.noneInArea')}>
        <Link to={isEmpty ? '/catalogue/role-descriptions' : '/role-descriptions'}>
          {isEmpty ? t('roleDescription.seeTemplates') : t('task.showAll')}
        </Link>
      </EmptyState>
    );
  return (
    <ul className={styles.cards}>
      {roles.map((role) => (
        <Card key={role.id} role={role} />
      ))}
    </ul>
  );
}

function Card({ role }: { role: RoleDescriptionView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const { id, name, occupation, areas, version, effectiveFrom, newerTemplate } = role;
  return (
    <li>
      <Link to="/role-descriptions/$id" params={{ id }}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{nameOf(occupation, true)}</span>
        <span className={styles.areas}>
          {areas.map(({ code, title, tasks }) => (
            <span key={code}>
              {title}: {t('task.count', { count: tasks.length })}
            </span>
          ))}
        </span>
        <span className={styles.quiet}>
          {t('roleDescription.versionFrom', { version, day: dayText(effectiveFrom) })}
        </span>
        {newerTemplate && (
          <Tag size="small" variant="outline" data-color="warning">
            {t('roleDescription.newerTemplate')}
          </Tag>
        )}
      </Link>
    </li>
  );
}
