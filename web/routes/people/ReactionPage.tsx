import { Radio, RadioGroup } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { allTasks } from '../../ui/choices.ts';
import { useOccupationNames } from '../delegations/occupations.ts';
import { ConsequencePage, type Grave } from './ConsequencePage.tsx';
import { impactOfReaction, person } from './queries.ts';
import { reactionRoute } from './routes.ts';
import { decidedIn, nothingStruck, periodOf, type Struck, StruckFields, useStruckFacts } from './struck.tsx';
import { TaskChoice } from './TaskChoice.tsx';

const kinds = ['suspension', 'limitation', 'recall', 'waiver'] as const;

interface Values extends Struck {
  kind: (typeof kinds)[number];
  scope: 'all' | 'some';
  taskIds: string[];
}

const mayBeLimited = (kind: Values['kind']): boolean => kind === 'suspension' || kind === 'limitation';

/** Only what can name tasks does, and only where some were asked for. */
const tasksIn = ({ kind, scope, taskIds }: Values): string[] =>
  mayBeLimited(kind) && scope === 'some' ? taskIds : [];

/** What the authorities have done to an authorisation. */
export function ReactionPage() {
  const { step } = reactionRoute.useSearch();
  const navigate = reactionRoute.useNavigate();
  const act = useReaction();
  return (
    <ConsequencePage<Values>
      at={{ confirming: step === 'confirm', go: (next) => navigate({ search: { step: next } }) }}
      act={act}
    />
  );
}

function useReaction(): Grave<Values> {
  const { t } = useTranslation();
  const { id, authorisationId } = reactionRoute.useParams();
  const facts = useFacts();
  const { name, profession } = useWhose();
  return {
    title: t('reaction.title', { name, profession }),
    lead: t('reaction.lead'),
    draft: `reaction.${authorisationId}`,
    empty: { ...nothingStruck(), kind: 'suspension', scope: 'all', taskIds: [] },
    personId: id,
    fields: (form) => <Fields form={form} />,
    impact: (values) => foreseen(authorisationId, values),
    send: (values) => record(authorisationId, values),
    chosen: facts,
    verb: t('reaction.verb'),
    done: t('reaction.done', { name }),
  };
}

/** Whose authorisation it is, and as what. */
function useWhose() {
  const { id, authorisationId } = reactionRoute.useParams();
  const nameOf = useOccupationNames();
  const { data } = useQuery(person(id));
  const struck = data?.authorisations.find((held) => held.id === authorisationId);
  return { name: data?.name ?? '', profession: struck ? nameOf(struck.profession, true) : '' };
}

const foreseen = (authorisationId: string, values: Values) =>
  impactOfReaction(authorisationId, {
    kind: values.kind,
    ...periodOf(values),
    taskIds: tasksIn(values).join(',') || undefined,
  });

const record = (authorisationId: string, values: Values) =>
  answerOf(
    api.POST('/api/v1/authorisations/{id}/reactions', {
      params: { path: { id: authorisationId } },
      body: { kind: values.kind, ...decidedIn(values), taskIds: tasksIn(values) },
    }),
  );

function useFacts(): (values: Values) => readonly (readonly [string, string | null])[] {
  const { t } = useTranslation();
  const struckFacts = useStruckFacts();
  const { data: tasks = [] } = useQuery(allTasks());
  return (values) => [
    [t('reaction.kind'), t(`reactionKind.${values.kind}`)],
    [
      t('reaction.scope'),
      tasks
        .filter(({ id }) => tasksIn(values).includes(id))
        .map(({ name }) => name)
        .join(', ') || t('reaction.whole'),
    ],
    ...struckFacts(values),
  ];
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function Fields({ form }: Part) {
  const [kind, scope] = form.watch(['kind', 'scope']);
  return (
    <>
      <Kind form={form} />
      {mayBeLimited(kind) && <Scope form={form} />}
      {mayBeLimited(kind) && scope === 'some' && <TaskChoice form={form} />}
      <StruckFields form={form} />
    </>
  );
}

function Kind({ form }: Part) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="kind"
      render={({ field: { value, onChange, name } }) => (
        <RadioGroup legend={t('reaction.kind')} name={name} value={value} onChange={onChange}>
          {kinds.map((one) => (
            <Radio key={one} value={one} description={t(`reactionHint.${one}`)}>
              {t(`reactionKind.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
    />
  );
}

function Scope({ form }: Part) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="scope"
      render={({ field: { value, onChange, name } }) => (
        <RadioGroup legend={t('reaction.scope')} name={name} value={value} onChange={onChange}>
          <Radio value="all">{t('reaction.whole')}</Radio>
          <Radio value="some">{t('reaction.some')}</Radio>
        </RadioGroup>
      )}
    />
  );
}
