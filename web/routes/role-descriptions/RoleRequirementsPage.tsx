import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../ui/Answered.tsx';
import { RequirementsPage } from '../requirements/RequirementsPage.tsx';
import { roleDescription } from './queries.ts';
import { roleRequirementsRoute } from './routes.ts';

export function RoleRequirementsPage() {
  const { t } = useTranslation();
  const { id } = roleRequirementsRoute.useParams();
  const query = useQuery(roleDescription(id));
  return (
    <Answered query={query}>
      {({ name }) => (
        <RequirementsPage
          of="role-descriptions"
          id={id}
          title={t('requirement.ofRole', { name })}
          lead={t('requirement.roleLead')}
          occupations={[]}
        />
      )}
    </Answered>
  );
}
