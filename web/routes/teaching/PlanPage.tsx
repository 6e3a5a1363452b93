import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { Page } from '../../ui/Page.tsx';
import { PlanForm } from './PlanForm.tsx';
import { nothingYet, type Plan, planned } from './plan.ts';
import { planTeachingRoute } from './routes.ts';

/** A manager plans a course, a meeting or teaching within the house; also one that was held before. */
export function PlanPage() {
  const { t } = useTranslation();
  const { competenceId } = planTeachingRoute.useSearch();
  const navigate = planTeachingRoute.useNavigate();
  const { begun, keep, discard } = useDraft<Plan>('teaching');
  const form = useForm<Plan>({
    defaultValues: { ...nothingYet(), ...begun, ...(competenceId && nothingYet(competenceId)) },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  const act = useAct({
    send: (plan: Plan) => answerOf(api.POST('/api/v1/teaching', { body: planned(plan) })),
    done: ({ title }) => t('teaching.wasPlanned', { title }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/teaching/$id', params: { id }, search: {} });
    },
  });
  return (
    <Page title={t('teaching.plan')} lead={t('teaching.planLead')}>
      <PlanForm form={form} act={act} verb={t('teaching.plan')} />
    </Page>
  );
}
