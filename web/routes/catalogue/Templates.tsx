import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../api/schema.ts';
import { languageInUse } from '../../app/language.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Page } from '../../ui/Page.tsx';
import styles from './catalogue.module.css';
import { templates } from './queries.ts';

/** The national role descriptions: guidance to begin with, and each clinic adapts its own. */
export function Templates() {
  const { t } = useTranslation();
  const query = useQuery(templates());
  return (
    <Page title={t('catalogue.templates')} lead={t('catalogue.templatesLead')}>
      <Answered query={query}>
        {(all) => (
          <ul className={styles.templates}>
            {all.map((template) => (
              <Card key={template.code} template={template} />
            ))}
          </ul>
        )}
      </Answered>
      <div className={styles.acts}>
        <Link to="/role-descriptions/new">{t('roleDescription.fromScratch')}</Link>
        <Link to="/role-descriptions">{t('roleDescription.back')}</Link>
      </div>
    </Page>
  );
}

function Card({ template: { code, name, areas, source } }: { template: TemplateView }) {
  const { t } = useTranslation();
  const count = areas.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return (
    <li>
      <Link to="/catalogue/role-descriptions/$code" params={{ code }}>
        <strong>{name[languageInUse()]}</strong>
        <span>{areas.map(({ title }) => title[languageInUse()]).join(', ')}</span>
        <span className={styles.quiet}>{t('task.count', { count })}</span>
        <span className={styles.quiet}>{source.publisher}</span>
      </Link>
    </li>
  );
}
