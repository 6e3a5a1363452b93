import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Answer } from './Answer.tsx';
import { decisionRoute } from './routes.ts';
import { TaskList } from './TaskList.tsx';

/** "Kan jeg?", asked of each task of the clinic: the answer with its grounds, two taps from anywhere. */
export function MayI() {
  const { t } = useTranslation();
  const { taskId } = decisionRoute.useSearch();
  const { person } = useSession();
  if (!person)
    return (
      <Page title={t('decision.title')}>
        <EmptyState text={t('decision.noPerson')} />
      </Page>
    );
  if (taskId) return <Answer personId={person.id} taskId={taskId} />;
  return (
    <Page title={t('decision.title')} lead={t('decision.lead')}>
      <TaskList />
    </Page>
  );
}
