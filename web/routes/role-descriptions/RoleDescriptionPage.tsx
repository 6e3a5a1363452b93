import { PrinterSmallIcon } from '@navikt/aksel-icons';
import { Button, LocalAlert } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoleDescriptionView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { Requirements } from '../requirements/Requirements.tsx';
import { Content } from './Content.tsx';
import { roleDescription } from './queries.ts';
import styles from './role-descriptions.module.css';
import { roleDescriptionRoute } from './routes.ts';
import { Versions } from './Versions.tsx';

/** One role description: the version in force, or the one asked for; on paper only what it says. */
export function RoleDescriptionPage() {
  const { t } = useTranslation();
  const { id } = roleDescriptionRoute.useParams();
  const { version } = roleDescriptionRoute.useSearch();
  const { roles } = useSession();
  const query = useQuery(roleDescription(id, version));
  const isManager = roles.includes('manager');
  return (
    <Page title={query.data?.name ?? t('roleDescription.one')}>
      <Answered query={query}>
        {(view) => (
          <>
            <About view={view} />
            <Notes view={view} isManager={isManager} />
            <Acts id={id} isManager={isManager} />
            <Content view={view} />
            <Requirements of="role-descriptions" id={id} editable={isManager} />
            <Versions view={view} />
            <p className={styles.noPrint}>
              <Link to="/role-descriptions">{t('roleDescription.back')}</Link>
            </p>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Acts({ id, isManager }: { id: string; isManager: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.acts}>
      {isManager && (
        <LinkButton to="/role-descriptions/$id/versions/new" params={{ id }}>
          {t('roleDescription.adapt')}
        </LinkButton>
      )}
      {isManager && (
        <LinkButton to="/duties/new" search={{ roleDescriptionId: id }} variant="secondary">
          {t('roleDescription.assign')}
        </LinkButton>
      )}
      <Button
        variant="secondary"
        data-color="neutral"
        icon={<PrinterSmallIcon aria-hidden />}
        onClick={() => print()}
      >
        {t('roleDescription.print')}
      </Button>
    </div>
  );
}

function About({ view: { occupation, version, effectiveFrom } }: { view: RoleDescriptionView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const { clinic } = useSession();
  return (
    <p className={styles.quiet}>
      {clinic?.name}. {t('roleDescription.forOccupation', { occupation: nameOf(occupation, true) })}.{' '}
      {t('roleDescription.versionFrom', { version, day: dayText(effectiveFrom) })}.
    </p>
  );
}

/** Where it stands towards the national template, and in time. */
function Notes({ view, isManager }: { view: RoleDescriptionView; isManager: boolean }) {
  const { t } = useTranslation();
  const { id, templateCode, newerTemplate, version, effectiveFrom } = view;
  return (
    <>
      {Date.parse(effectiveFrom) > Date.now() && (
        <p className={styles.note}>
          <strong>{t('roleDescription.coming', { day: dayText(effectiveFrom) })}</strong>
        </p>
      )}
      {templateCode && !newerTemplate && (
        <p className={`${styles.note} ${styles.noPrint}`}>
          {t('roleDescription.ofTemplate')}{' '}
          <Link to="/role-descriptions/$id/diff" params={{ id }} search={{ from: 'template', to: version }}>
            {t('roleDescription.seeOwnChanges')}
          </Link>
        </p>
      )}
      {newerTemplate && isManager && <NewerTemplate id={id} version={version} />}
    </>
  );
}

function NewerTemplate({ id, version }: Pick<RoleDescriptionView, 'id' | 'version'>) {
  const { t } = useTranslation();
  return (
    <LocalAlert status="announcement" className={`${styles.note} ${styles.noPrint}`}>
      <LocalAlert.Header>
        <LocalAlert.Title>{t('roleDescription.newerTemplate')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {t('roleDescription.newerText')}{' '}
        <Link to="/role-descriptions/$id/diff" params={{ id }} search={{ from: version, to: 'template' }}>
          {t('roleDescription.seeTemplateChanges')}
        </Link>
      </LocalAlert.Content>
    </LocalAlert>
  );
}
