import { Button, Select, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { RegisterAuthorisation } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { languageInUse } from '../../app/language.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay, today } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { occupations } from '../delegations/queries.ts';
import { dayOf, endOf, textOf, useKeptForm } from './form.ts';
import styles from './people.module.css';
import { person } from './queries.ts';
import { authoriseRoute } from './routes.ts';

const types = ['1', '17', '4', '3', '2', '14', '18'] as const;

interface Values {
  profession: string;
  approvalType: RegisterAuthorisation['approvalType'];
  validFrom: string;
  validTo: string;
  conditions: string;
  evidence: { source: string; checkedAt: string; note: string };
}

const nothingYet = (): Values => ({
  profession: '',
  approvalType: '1',
  validFrom: '',
  validTo: '',
  conditions: '',
  evidence: { source: 'Helsepersonellregisteret (HPR)', checkedAt: today(), note: '' },
});

const registered = ({ profession, approvalType, evidence, ...rest }: Values): RegisterAuthorisation => ({
  profession: profession as RegisterAuthorisation['profession'],
  approvalType,
  validFrom: dayOf(rest.validFrom),
  validTo: endOf(rest.validTo),
  conditions: textOf(rest.conditions),
  evidence: {
    source: evidence.source,
    checkedAt: dayOf(evidence.checkedAt),
    note: textOf(evidence.note),
  },
});

/** What the register says somebody is approved for, who looked, and when. */
export function AuthorisePage() {
  const { t } = useTranslation();
  const { id } = authoriseRoute.useParams();
  const name = useQuery(person(id)).data?.name ?? '';
  const { form, discard } = useKeptForm<Values>(`authorisation.${id}`, nothingYet());
  const register = useRegister({ id, name, discard });
  const send = form.handleSubmit((values) =>
    register.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Page title={t('authorisation.beginFor', { name })} lead={t('authorisation.lead')}>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <What form={form} />
        <Evidence form={form} />
        <ProblemAlert problem={form.formState.isValid ? register.error : null} />
        <Button type="submit" loading={register.isPending} className={styles.send}>
          {t('authorisation.save')}
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

function useRegister({ id, name, discard }: Whose) {
  const { t } = useTranslation();
  const navigate = authoriseRoute.useNavigate();
  return useAct({
    send: (values: Values) =>
      answerOf(
        api.POST('/api/v1/people/{id}/authorisations', {
          params: { path: { id } },
          body: registered(values),
        }),
      ),
    done: () => t('authorisation.registered', { name }),
    onDone: () => {
      discard();
      navigate({ to: '/people/$id', params: { id }, search: { tab: 'authorisations' } });
    },
  });
}

interface Part {
  readonly form: UseFormReturn<Values>;
}

function What({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <Profession form={form} />
      <Select label={t('authorisation.type')} {...field('approvalType')}>
        {types.map((type) => (
          <option key={type} value={type}>
            {t(`approvalType.${type}`)}
          </option>
        ))}
      </Select>
      <div className={styles.pair}>
        <DayField label={t('authorisation.from')} {...field('validFrom', { validate: isDay })} />
        <DayField
          label={t('authorisation.to')}
          {...field('validTo', { validate: (typed) => typed.trim() === '' || isDay(typed) })}
        />
      </div>
      <Textarea label={t('authorisation.conditionsOptional')} minRows={2} {...field('conditions')} />
    </>
  );
}

/** Only what is regulated, and still in use, can be authorised. */
function Profession({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { data } = useQuery(occupations());
  return (
    <Select
      key={data?.items.length}
      label={t('authorisation.profession')}
      {...field('profession', { required: t('engagement.occupationMissing') })}
    >
      <option value="">{t('engagement.chooseOccupation')}</option>
      {data?.items
        .filter(({ regulated, retired }) => regulated && !retired)
        .map(({ code, title }) => (
          <option key={code} value={code}>
            {title[languageInUse()]}
          </option>
        ))}
    </Select>
  );
}

function Evidence({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('authorisation.source')}
          {...field('evidence.source', { required: t('authorisation.sourceMissing') })}
        />
        <DayField
          label={t('authorisation.checkedOn')}
          {...field('evidence.checkedAt', {
            validate: (typed) => isoDay(typed) !== null || t('form.notADay'),
          })}
        />
      </div>
      <Textarea label={t('authorisation.noteOptional')} minRows={2} {...field('evidence.note')} />
    </>
  );
}
