import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../ui/Answered.tsx';
import { task } from '../delegations/queries.ts';
import { RequirementsPage } from '../requirements/RequirementsPage.tsx';
import { taskRequirementsRoute } from './routes.ts';

export function TaskRequirementsPage() {
  const { t } = useTranslation();
  const { id } = taskRequirementsRoute.useParams();
  const query = useQuery(task(id));
  return (
    <Answered query={query}>
      {({ name, entitlements }) => (
        <RequirementsPage
          of="tasks"
          id={id}
          title={t('requirement.ofTask', { name })}
          lead={t('requirement.taskLead')}
          occupations={entitlements.map(({ occupation }) => occupation)}
        />
      )}
    </Answered>
  );
}
