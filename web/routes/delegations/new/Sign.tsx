import { BodyLong, Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { ApiProblem } from '../../../api/problem.ts';
import type { DelegateTask } from '../../../api/schema.ts';
import { useAct } from '../../../app/act.ts';
import { allPeople } from '../../../ui/choices.ts';
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx';
import { task } from '../queries.ts';
import { StopsHere } from '../redelegation/StopsHere.tsx';
import { delegateRoute } from '../routes.ts';
import { signed } from './proposal.ts';
import type { StepProps } from './Wizard.tsx';

/** What one answers for by signing. What the rules refuse at the last moment is told with grounds, and is in the log. */
export function Sign({ form, check, discard }: StepProps & { discard: () => void }) {
  const { t } = useTranslation();
  const proposal = form.watch();
  const { data: everybody = [] } = useQuery(allPeople());
  const { data: chosen } = useQuery({ ...task(proposal.taskId), enabled: proposal.taskId !== '' });
  const name = everybody.find(({ id }) => id === proposal.delegateeId)?.name ?? '';
  const sign = useSign(discard);
  const body = signed(proposal);
  if (!body || !chosen) return <BodyLong>{t('delegate.notComplete')}</BodyLong>;
  return (
    <>
      <Statement task={chosen.name} name={name} />
      <Refused problem={sign.error} />
      {check.data && !check.data.allowed ? (
        <BodyLong>{t('delegate.cannotSign')}</BodyLong>
      ) : (
        <Button type="button" loading={sign.isPending} onClick={() => sign.mutate(body)}>
          {t('delegate.sign')}
        </Button>
      )}
    </>
  );
}

function useSign(discard: () => void) {
  const navigate = delegateRoute.useNavigate();
  return useAct({
    send: (body: DelegateTask) => answerOf(api.POST('/api/v1/delegations', { body })),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/delegations/$id/receipt', params: { id }, search: {}, replace: true });
    },
  });
}

function Statement({ task: what, name }: { task: string; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <BodyLong>{t('delegate.statement', { task: what, name })}</BodyLong>
      <ul>
        <li>{t('delegate.stated.responsibility')}</li>
        <li>{t('delegate.stated.own')}</li>
        <li>{t('delegate.stated.acceptance', { name })}</li>
      </ul>
    </>
  );
}

function Refused({ problem }: { problem: ApiProblem | null }) {
  const { t } = useTranslation();
  if (!problem) return null;
  const passedOn = problem.refusals.find(({ code }) => code === 'delegated-task-not-delegable');
  const { delegationId } = passedOn?.about ?? {};
  return (
    <>
      <ProblemAlert problem={problem} />
      {problem.refusals.length > 0 && <BodyLong>{t('redelegation.logged')}</BodyLong>}
      {passedOn && <StopsHere refusal={passedOn} delegationId={String(delegationId)} />}
    </>
  );
}
