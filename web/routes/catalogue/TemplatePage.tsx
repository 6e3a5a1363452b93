import { Button, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { RoleDescriptionView, TemplateView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { languageInUse } from '../../app/language.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { roleDescriptions } from '../role-descriptions/queries.ts';
import styles from './catalogue.module.css';
import { templates } from './queries.ts';
import { templateRoute } from './routes.ts';

/** One template to read, and to take into use: then it is the clinic's own, to be adapted. */
export function TemplatePage() {
  const { t } = useTranslation();
  const { code } = templateRoute.useParams();
  const query = useQuery(templates());
  const template = query.data?.find((one) => one.code === code);
  if (template) return <Template template={template} />;
  return (
    <Page title={t('catalogue.templates')}>
      <Answered query={query}>
        {() => (
          <EmptyState text={t('catalogue.noTemplate')}>
            <Link to="/catalogue/role-descriptions">{t('catalogue.allTemplates')}</Link>
          </EmptyState>
        )}
      </Answered>
    </Page>
  );
}

function Template({ template }: { template: TemplateView }) {
  const { t } = useTranslation();
  const language = languageInUse();
  const { areas, afterDelegation, obligations, source } = template;
  return (
    <Page
      title={template.name[language]}
      lead={t('catalogue.template', { publisher: source.publisher, title: source.title })}
    >
      <Adopt template={template} />
      {areas.map(({ code, title, tasks }) => (
        <Part key={code} title={title[language]} points={tasks.map(({ name }) => name[language])} />
      ))}
      <Part
        title={t('catalogue.afterDelegation')}
        points={afterDelegation.map(({ name }) => name[language])}
      />
      <Part title={t('roleDescription.obligations')} points={obligations.map(({ text }) => text[language])} />
    </Page>
  );
}

function Adopt({ template: { code, name } }: { template: TemplateView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const router = useRouter();
  const { data: own = [] } = useQuery(roleDescriptions());
  const has = own.find(({ templateCode }) => templateCode === code);
  const adopt = useAct({
    send: () => answerOf(api.POST('/api/v1/role-descriptions', { body: { templateCode: code } })),
    done: () => t('catalogue.templateAdopted', { name: name[languageInUse()] }),
    onDone: ({ id }) => router.navigate({ to: '/role-descriptions/$id', params: { id } }),
  });
  return (
    <>
      <ProblemAlert problem={adopt.error} />
      {has && <HasAlready role={has} />}
      <div className={styles.acts}>
        {roles.includes('manager') && (
          <Button
            variant={has ? 'secondary' : 'primary'}
            loading={adopt.isPending}
            onClick={() => adopt.mutate()}
          >
            {has ? t('catalogue.adoptAgain') : t('catalogue.adoptTemplate')}
          </Button>
        )}
        <Link to="/catalogue/role-descriptions">{t('catalogue.allTemplates')}</Link>
      </div>
    </>
  );
}

function HasAlready({ role: { id, name } }: { role: RoleDescriptionView }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('catalogue.hasAlready')}{' '}
      <Link to="/role-descriptions/$id" params={{ id }}>
        {name}
      </Link>
    </p>
  );
}

function Part({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
