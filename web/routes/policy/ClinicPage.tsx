import { Button, Radio, RadioGroup } from '@navikt/ds-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, ifMatch } from '../../api/client.ts';
import type { PolicyView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Stack } from '../../ui/Stack.tsx';

const policy = () =>
  queryOptions({
    queryKey: ['clinic', 'policy'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/clinic/policy', { signal })),
  });

type Choice = PolicyView['competenceOfDuties'];

const set = (seen: PolicyView, competenceOfDuties: Choice) =>
  answerOf(
    api.PUT('/api/v1/clinic/policy', { params: { header: ifMatch(seen) }, body: { competenceOfDuties } }),
  );

/** The clinic's own choices; read by all, made by a manager. */
export function ClinicPage() {
  const { t } = useTranslation();
  const { clinic } = useSession();
  const query = useQuery(policy());
  return (
    <Page title={t('policy.title')} lead={clinic && t('policy.lead', { clinic: clinic.name })}>
      <Answered query={query}>{(seen) => <Chosen key={seen.version} seen={seen} />}</Answered>
    </Page>
  );
}

function Chosen({ seen }: { seen: PolicyView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [choice, setChoice] = useState(seen.competenceOfDuties);
  const mayChoose = roles.includes('manager');
  const save = useAct({
    send: () => set(seen, choice),
    done: () => t('policy.saved'),
    undo: (now) => set(now, seen.competenceOfDuties),
  });
  return (
    <Stack width="text">
      <CompetenceOfDuties choice={choice} onChange={setChoice} readOnly={!mayChoose} />
      <ProblemAlert problem={save.error} />
      {mayChoose && choice !== seen.competenceOfDuties && (
        <div>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('policy.save')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface Asked {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly readOnly: boolean;
}

function CompetenceOfDuties({ choice, onChange, readOnly }: Asked) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      legend={t('policy.competence')}
      description={t('policy.competenceHint')}
      value={choice}
      onChange={onChange}
      readOnly={readOnly}
    >
      <Radio value="warn" description={t('policy.warnHint')}>
        {t('policy.warn')}
      </Radio>
      <Radio value="refuse" description={t('policy.refuseHint')}>
        {t('policy.refuse')}
      </Radio>
    </RadioGroup>
  );
}
