import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { TeachingDetailView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlanForm } from './PlanForm.tsx';
import { asPlanned, type Plan, planned } from './plan.ts';
import { teaching } from './queries.ts';
import { changeTeachingRoute } from './routes.ts';

/** What was planned, to be changed: by the version that was seen. */
export function ChangePage() {
  const { t } = useTranslation();
  const { id } = changeTeachingRoute.useParams();
  const query = useQuery({ ...teaching(id), refetchOnWindowFocus: false });
  return (
    <Page title={t('teaching.changeTitle')} lead={query.data?.title}>
      <Answered query={query}>{(view) => <Change view={view} />}</Answered>
    </Page>
  );
}

function Change({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const navigate = changeTeachingRoute.useNavigate();
  const form = useForm<Plan>({ defaultValues: asPlanned(view), shouldFocusError: false });
  const { id } = view;
  const act = useAct({
    send: (plan: Plan) =>
      answerOf(
        api.PATCH('/api/v1/teaching/{id}', {
          params: { path: { id }, header: ifMatch(view) },
          body: changed(plan, view),
        }),
      ),
    done: ({ title }) => t('teaching.wasChanged', { title }),
    onDone: () => navigate({ to: '/teaching/$id', params: { id } }),
  });
  return <PlanForm form={form} act={act} verb={t('teaching.save')} />;
}

/** A time that was left alone is sent as it was, to the second. */
function changed(plan: Plan, view: TeachingDetailView) {
  const before = asPlanned(view);
  const { startsAt, endsAt, topics, open, gives, ...body } = planned(plan);
  const sameTime = (['day', 'startsAt', 'endsAt'] as const).every((part) => plan[part] === before[part]);
  return {
    ...body,
    topics: topics ?? [],
    open: open ?? false,
    gives: gives ?? [],
    ...(sameTime ? { startsAt: view.startsAt, endsAt: view.endsAt } : { startsAt, endsAt }),
  };
}
