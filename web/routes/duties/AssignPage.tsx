import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PersonView, RoleDescriptionView, TaskView } from '../../api/schema.ts';
import { useDraft } from '../../app/draft.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allPeople, allTasks } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { roleDescriptions } from '../role-descriptions/queries.ts';
import { Choose } from './Choose.tsx';
import { type Chosen, nothingYet, tasksOfRole } from './chosen.ts';
import { Preview } from './Preview.tsx';
import { assignRoute } from './routes.ts';

/** Several people and several tasks at once: first chosen, then shown what comes of it, then done. */
export function AssignPage() {
  const { t } = useTranslation();
  const { step } = assignRoute.useSearch();
  const people = useQuery(allPeople());
  const tasks = useQuery(allTasks());
  const roles = useQuery(roleDescriptions());
  const isChecking = step === 'check';
  return (
    <Page
      title={isChecking ? t('duty.checkTitle') : t('duty.begin')}
      lead={isChecking ? t('duty.checkLead') : t('duty.beginLead')}
    >
      <Answered query={people}>
        {(everybody) => (
          <Answered query={tasks}>
            {(every) => (
              <Answered query={roles}>
                {(all) => <Assign people={everybody} tasks={every} roles={all} />}
              </Answered>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

export interface Choices {
  readonly people: readonly PersonView[];
  readonly tasks: readonly TaskView[];
  readonly roles: readonly RoleDescriptionView[];
}

function Assign(choices: Choices) {
  const { t } = useTranslation();
  if (choices.tasks.length > 0) return <Steps choices={choices} />;
  return (
    <EmptyState text={t('task.none')}>
      <Link to="/catalogue/role-descriptions">{t('roleDescription.seeTemplates')}</Link>
    </EmptyState>
  );
}

function Steps({ choices }: { choices: Choices }) {
  const { step } = assignRoute.useSearch();
  const { form, discard } = useChosen(choices);
  return step === 'check' ? (
    <Preview form={form} choices={choices} onDone={discard} />
  ) : (
    <Choose form={form} choices={choices} />
  );
}

/** What was begun in this tab, with what the address brings along. */
function useChosen({ roles }: Choices) {
  const { personId, taskId, roleDescriptionId } = assignRoute.useSearch();
  const { begun, keep, discard } = useDraft<Chosen>('duties');
  const before = begun ?? nothingYet();
  const brought = [
    ...(taskId ? [taskId] : []),
    ...tasksOfRole(roles.find(({ id }) => id === roleDescriptionId)),
  ];
  const form = useForm<Chosen>({
    defaultValues: {
      ...before,
      personIds: [...new Set([...before.personIds, ...(personId ? [personId] : [])])],
      taskIds: [...new Set([...before.taskIds, ...brought])],
    },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  return { form, discard };
}
