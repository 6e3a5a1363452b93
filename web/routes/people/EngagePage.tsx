import { Button, Radio, RadioGroup, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { StartEngagement } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { languageInUse } from '../../app/language.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { occupations } from '../delegations/queries.ts';
import { dayOf, endOf, useKeptForm } from './form.ts';
import styles from './people.module.css';
import { person, roleDescriptions } from './queries.ts';
import { engageRoute } from './routes.ts';

const kinds = ['ansatt', 'vikar', 'elev', 'student', 'innleid'] as const;

interface Values {
  occupation: string;
  kind: StartEngagement['kind'];
  roleDescriptionId: string;
  validFrom: string;
  validTo: string;
  supervisorId: string;
}

const nothingYet = (): Values => ({
  occupation: '',
  kind: 'ansatt',
  roleDescriptionId: '',
  validFrom: today(),
  validTo: '',
  supervisorId: '',
});

/** As the API takes it; the form has seen to it that an occupation is chosen. */
const engaged = ({ occupation, kind, ...rest }: Values): StartEngagement => ({
  occupation: occupation as StartEngagement['occupation'],
  kind,
  roleDescriptionId: rest.roleDescriptionId || null,
  supervisorId: rest.supervisorId || null,
  validFrom: dayOf(rest.validFrom),
  validTo: endOf(rest.validTo),
});

/** A tie between a person and the clinic: as what, how and how long. */
export function EngagePage() {
  const { t } = useTranslation();
  const { id } = engageRoute.useParams();
  const name = useQuery(person(id)).data?.name ?? '';
  const { form, discard } = useKeptForm<Values>(`engagement.${id}`, nothingYet());
  const start = useStart({ id, name, discard });
  const send = form.handleSubmit((values) =>
    start.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Page title={t('engagement.beginFor', { name })} lead={t('engagement.lead')}>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <As form={form} />
        <HowLong form={form} />
        <ProblemAlert problem={form.formState.isValid ? start.error : null} />
        <Button type="submit" loading={start.isPending} className={styles.send}>
          {t('engagement.save')}
        </Button>
      </form>
    </Page>
  );
}

interface Whose {
  readonly id: string;
  readonly name: string;
  readonly discard: () => void;
}

function useStart({ id, name, discard }: Whose) {
  const { t } = useTranslation();
  const navigate = engageRoute.useNavigate();
  return useAct({
    send: (values: Values) =>
      answerOf(
        api.POST('/api/v1/people/{id}/engagements', { params: { path: { id } }, body: engaged(values) }),
      ),
    done: () => t('engagement.started', { name }),
    onDone: () => {
      discard();
      navigate({ to: '/people/$id', params: { id }, search: { tab: 'engagements' } });
    },
  });
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function As({ form }: Part) {
  return (
    <>
      <Occupation form={form} />
      <Kind form={form} />
      <RoleDescription form={form} />
    </>
  );
}

function Occupation({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { data } = useQuery(occupations());
  return (
    <Select
      key={data?.items.length}
      label={t('engagement.occupation')}
      {...field('occupation', { required: t('engagement.occupationMissing') })}
    >
      <option value="">{t('engagement.chooseOccupation')}</option>
      {data?.items
        .filter(({ retired }) => !retired)
        .map(({ code, title }) => (
          <option key={code} value={code}>
            {title[languageInUse()]}
          </option>
        ))}
    </Select>
  );
}

function Kind({ form }: Part) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="kind"
      render={({ field: { value, onChange, name } }) => (
        <RadioGroup legend={t('engagement.kind')} name={name} value={value} onChange={onChange}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind}>
              {t(`engagementKind.${kind}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
    />
  );
}

function RoleDescription({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { data } = useQuery(roleDescriptions());
  return (
    <Select
      key={data?.items.length}
      label={t('engagement.roleDescription')}
      description={t('engagement.roleDescriptionHint')}
      {...field('roleDescriptionId')}
    >
      <option value="">{t('engagement.noRoleDescription')}</option>
      {data?.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function HowLong({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <div className={styles.pair}>
        <DayField label={t('engagement.from')} {...field('validFrom', { validate: isDay })} />
        <DayField
          label={t('engagement.to')}
          {...field('validTo', { validate: (typed) => typed.trim() === '' || isDay(typed) })}
        />
      </div>
      <PersonPicker
        label={t('engagement.supervisor')}
        description={t('engagement.supervisorHint')}
        none={t('engagement.noSupervisor')}
        {...field('supervisorId')}
      />
    </>
  );
}
