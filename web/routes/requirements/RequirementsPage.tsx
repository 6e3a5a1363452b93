import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../ui/Answered.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { type Carrier, requirements } from './queries.ts';
import { RequirementsForm } from './RequirementsForm.tsx';

interface Asked {
  readonly of: Carrier;
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Who may be excepted: those that hold the task in their own right. */
  readonly occupations: readonly string[];
}

/** What is required from a day on; what stood until then ends, and stays in the history. */
export function RequirementsPage({ of, id, title, lead, occupations }: Asked) {
  const { t } = useTranslation();
  const competences = useQuery(allCompetences());
  const query = useQuery(requirements(of, id));
  return (
    <Page title={title} lead={lead}>
      <Answered query={competences}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState text={t('requirement.noCompetence')} />
          ) : (
            <Answered query={query}>
              {(seen) => (
                <RequirementsForm of={of} id={id} seen={seen} competences={all} occupations={occupations} />
              )}
            </Answered>
          )
        }
      </Answered>
      <BackLink of={of} id={id} />
    </Page>
  );
}

function BackLink({ of, id }: Pick<Asked, 'of' | 'id'>) {
  const { t } = useTranslation();
  return (
    <p>
      {of === 'tasks' ? (
        <Link to="/tasks/$id" params={{ id }}>
          {t('task.backToOne')}
        </Link>
      ) : (
        <Link to="/role-descriptions/$id" params={{ id }} search={{}}>
          {t('roleDescription.backToOne')}
        </Link>
      )}
    </p>
  );
}
