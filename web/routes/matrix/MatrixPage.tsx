import { Tabs } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/Page.tsx';
import { AsOf } from './AsOf.tsx';
import { CompetenceMatrix } from './CompetenceMatrix.tsx';
import { Filters } from './Filters.tsx';
import styles from './matrix.module.css';
import { matrixRoute, type Subject, subjects } from './routes.ts';
import { TaskMatrix } from './TaskMatrix.tsx';

/** Everybody at work, and what each may do or masters, at a moment. */
export function MatrixPage() {
  const { t } = useTranslation();
  const { of = 'tasks' } = matrixRoute.useSearch();
  const navigate = matrixRoute.useNavigate();
  const turnTo = (next: string) =>
    navigate({ search: (now) => ({ ...now, of: next as Subject, task: undefined, competence: undefined }) });
  return (
    <div className={styles.wide}>
      <Page title={t('matrix.title')} lead={t(`matrix.lead.${of}`)}>
        <Tabs value={of} onChange={turnTo}>
          <Tabs.List>
            {subjects.map((subject) => (
              <Tabs.Tab key={subject} value={subject} label={t(`matrix.of.${subject}`)} />
            ))}
          </Tabs.List>
          <Tabs.Panel value={of} className={styles.panel}>
            <Filters />
            <AsOf />
            {of === 'tasks' ? <TaskMatrix /> : <CompetenceMatrix />}
          </Tabs.Panel>
        </Tabs>
      </Page>
    </div>
  );
}
