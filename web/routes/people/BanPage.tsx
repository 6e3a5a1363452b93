import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { ConsequencePage } from './ConsequencePage.tsx';
import { impactOfBan, person } from './queries.ts';
import { banRoute } from './routes.ts';
import { decidedIn, nothingStruck, periodOf, type Struck, StruckFields, useStruckFacts } from './struck.tsx';

/** A ban on giving health care: it strikes the person, authorised or not. */
export function BanPage() {
  const { t } = useTranslation();
  const { id } = banRoute.useParams();
  const { step } = banRoute.useSearch();
  const navigate = banRoute.useNavigate();
  const chosen = useStruckFacts();
  const name = useQuery(person(id)).data?.name ?? '';
  return (
    <ConsequencePage<Struck>
      at={{ confirming: step === 'confirm', go: (next) => navigate({ search: { step: next } }) }}
      act={{
        title: t('ban.title', { name }),
        lead: t('ban.lead'),
        draft: `ban.${id}`,
        empty: nothingStruck(),
        personId: id,
        fields: (form) => <StruckFields form={form} />,
        impact: (values) => impactOfBan(id, periodOf(values)),
        send: (values) =>
          answerOf(
            api.POST('/api/v1/people/{id}/bans', { params: { path: { id } }, body: decidedIn(values) }),
          ),
        chosen,
        verb: t('ban.verb'),
        done: t('ban.done', { name }),
      }}
    />
  );
}
