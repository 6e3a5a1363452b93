import { Textarea } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { ConsequencePage, type Grave } from './ConsequencePage.tsx';
import { endOf } from './form.ts';
import { impactOfEnd, person } from './queries.ts';
import { endEngagementRoute } from './routes.ts';

interface Values {
  at: string;
  reason: string;
}

/** Somebody leaves: everything that rested on the tie ends with it. */
export function EndEngagementPage() {
  const { step } = endEngagementRoute.useSearch();
  const navigate = endEngagementRoute.useNavigate();
  const act = useEnd();
  return (
    <ConsequencePage<Values>
      at={{ confirming: step === 'confirm', go: (next) => navigate({ search: { step: next } }) }}
      act={act}
    />
  );
}

const lastMoment = ({ at }: Values): string => endOf(at) ?? '';

function useEnd(): Grave<Values> {
  const { t } = useTranslation();
  const { id, engagementId } = endEngagementRoute.useParams();
  const name = useQuery(person(id)).data?.name ?? '';
  return {
    title: t('engagement.endFor', { name }),
    lead: t('engagement.endLead'),
    draft: `end.${engagementId}`,
    empty: { at: today(), reason: '' },
    personId: id,
    fields: (form) => <Fields form={form} />,
    impact: (values) => impactOfEnd(engagementId, lastMoment(values)),
    send: (values) =>
      answerOf(
        api.POST('/api/v1/engagements/{id}/end', {
          params: { path: { id: engagementId } },
          body: { at: lastMoment(values), reason: values.reason.trim() },
        }),
      ),
    chosen: (values) => [
      [t('engagement.lastDay'), values.at],
      [t('form.reason'), values.reason],
    ],
    verb: t('engagement.endVerb'),
    done: t('engagement.endDone', { name }),
  };
}

function Fields({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <DayField
        label={t('engagement.lastDay')}
        {...field('at', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
      <Textarea
        label={t('form.reason')}
        minRows={2}
        {...field('reason', { validate: (typed) => typed.trim() !== '' || t('form.reasonMissing') })}
      />
    </>
  );
}
