import { Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CheckDuties, CheckedDutyView, DutiesView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import type { Choices } from './AssignPage.tsx';
import { asked, type Chosen } from './chosen.ts';
import styles from './duties.module.css';
import { Outcomes } from './Outcomes.tsx';
import { dutyCheck } from './queries.ts';
import { assignRoute } from './routes.ts';

interface Part {
  readonly form: UseFormReturn<Chosen>;
  readonly choices: Choices;
  readonly onDone: () => void;
}

/** What would come of it, person by person and task by task, before anything is done. */
export function Preview({ form, choices, onDone }: Part) {
  const { t } = useTranslation();
  const command = asked(form.getValues());
  if (!command)
    return (
      <EmptyState text={t('duty.nothingChosen')}>
        <Link from="/duties/new" search={{}}>
          {t('duty.choose')}
        </Link>
      </EmptyState>
    );
  return <Checked command={command} choices={choices} onDone={onDone} />;
}

function Checked({ command, choices, onDone }: Omit<Part, 'form'> & { command: CheckDuties }) {
  const query = useQuery(dutyCheck(command));
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div ref={start} tabIndex={-1} className={styles.start}>
      <Answered query={query}>
        {({ items }) => (
          <>
            <Tally items={items} />
            {command.personIds.map((id) => (
              <Outcomes
                key={id}
                name={choices.people.find((person) => person.id === id)?.name ?? ''}
                outcomes={items.filter(({ personId }) => personId === id)}
                tasks={choices.tasks}
              />
            ))}
            <Send command={command} items={items} onDone={onDone} />
          </>
        )}
      </Answered>
    </div>
  );
}

interface Sent {
  readonly command: CheckDuties;
  readonly items: readonly CheckedDutyView[];
  readonly onDone: () => void;
}

function Tally({ items }: Pick<Sent, 'items'>) {
  const { t } = useTranslation();
  return (
    <p role="status">
      {t('duty.tally', {
        allowed: items.filter(({ allowed }) => allowed).length,
        refused: items.filter(({ allowed }) => !allowed).length,
      })}
    </p>
  );
}

/** What is refused is left out, by name; the rest is assigned in one act, all or nothing. */
function bulkOf(items: readonly CheckedDutyView[]) {
  const allowed = items.filter((item) => item.allowed);
  const personIds = [...new Set(allowed.map(({ personId }) => personId))];
  const taskIds = [...new Set(allowed.map(({ taskId }) => taskId))];
  const left = items.filter((item) => !item.allowed && taskIds.includes(item.taskId));
  const except = personIds
    .map((personId) => ({
      personId,
      taskIds: left.filter((item) => item.personId === personId).map(({ taskId }) => taskId),
    }))
    .filter((person) => person.taskIds.length > 0);
  return { personIds, taskIds, except };
}

function useAssign({ command, items, onDone }: Sent) {
  const { t } = useTranslation();
  const navigate = assignRoute.useNavigate();
  const bulk = bulkOf(items);
  return useAct({
    send: () => answerOf(api.POST('/api/v1/duties/bulk', { body: { ...command, ...bulk } })),
    done: ({ items: made }) => t('duty.assigned', { count: made.length }),
    undo: (made) => takeBack(made, command.validFrom, t('duty.undone')),
    onDone: () => {
      onDone();
      const [only] = bulk.personIds;
      navigate({ to: '/duties', search: bulk.personIds.length === 1 ? { personId: only } : {} });
    },
  });
}

function Send(sent: Sent) {
  const { t } = useTranslation();
  const assign = useAssign(sent);
  const allowed = sent.items.filter((item) => item.allowed);
  return (
    <>
      <ProblemAlert problem={assign.error} />
      <div className={styles.send}>
        {allowed.length > 0 && (
          <Button loading={assign.isPending} onClick={() => assign.mutate()}>
            {t('duty.assign', { count: allowed.length })}
          </Button>
        )}
        <Link from="/duties/new" search={{}}>
          {t('duty.choose')}
        </Link>
      </div>
    </>
  );
}

/** A command holds no longer list. */
const atATime = 1000;

/** They end where they began and have never been in force; the log tells both. A thousand of them, or none, at a time. */
async function takeBack({ items }: DutiesView, at: string, reason: string): Promise<void> {
  const ids = items.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += atATime) {
    const body = { dutyIds: ids.slice(from, from + atATime), at, reason };
    await answerOf(api.POST('/api/v1/duties/end', { body }));
  }
}
