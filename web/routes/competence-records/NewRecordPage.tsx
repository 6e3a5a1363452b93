import { Button, Select, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useAct } from '../../app/act.ts';
import { useSession } from '../../app/session.ts';
import { useKeptForm } from '../../app/useKeptForm.ts';
import { CompetencePicker } from '../../ui/CompetencePicker.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { PersonPicker } from '../../ui/PersonPicker.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { bodyOf, nothingYet, type RecordValues } from './record-values.ts';
import styles from './records.module.css';
import { newRecordRoute } from './routes.ts';

/** A manager registers what somebody has been seen to master; others claim it for themselves, until somebody confirms it. */
export function NewRecordPage() {
  const { t } = useTranslation();
  const { roles, person } = useSession();
  const isManager = roles.includes('manager');
  const title = isManager ? t('record.register') : t('record.claim');
  if (!isManager && !person)
    return (
      <Page title={title}>
        <EmptyState text={t('record.noPerson')} />
      </Page>
    );
  return (
    <Page title={title} lead={isManager ? t('record.registerLead') : t('record.claimLead')}>
      <RecordForm isManager={isManager} ownId={person?.id ?? ''} />
    </Page>
  );
}

function RecordForm({ isManager, ownId }: { isManager: boolean; ownId: string }) {
  const { t } = useTranslation();
  const navigate = newRecordRoute.useNavigate();
  const { personId = isManager ? '' : ownId, competenceId = '' } = newRecordRoute.useSearch();
  const { form, discard } = useKeptForm<RecordValues>('competence-record', nothingYet, {
    ...(personId && { personId }),
    ...(competenceId && { competenceId }),
  });
  const register = useAct({
    send: (values: RecordValues) =>
      answerOf(
        api.POST('/api/v1/people/{id}/competence-records', {
          params: { path: { id: values.personId } },
          body: bodyOf(values),
        }),
      ),
    done: (view) =>
      view.status === 'claimed'
        ? t('record.claimedDone', { competence: view.competence.name })
        : t('record.registeredDone', { competence: view.competence.name, person: view.person.name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/competence-records/$id', params: { id } });
    },
  });
  const send = form.handleSubmit((values) =>
    register.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      {isManager && (
        <PersonPicker
          label={t('record.person')}
          {...fieldsOf(form)('personId', { required: t('approval.personMissing') })}
        />
      )}
      <What form={form} />
      <Seen form={form} />
      <ProblemAlert problem={form.formState.isValid ? register.error : null} />
      <Button type="submit" loading={register.isPending} className={styles.send}>
        {isManager ? t('record.register') : t('record.sendClaim')}
      </Button>
    </form>
  );
}

interface Part {
  readonly form: UseFormReturn<RecordValues>;
}

function What({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const { data: competences = [] } = useQuery(allCompetences());
  const chosen = competences.find(({ id }) => id === form.watch('competenceId'));
  const isDay = (typed: string) => isoDay(typed) !== null || t('form.notADay');
  return (
    <>
      <CompetencePicker
        label={t('record.competence')}
        {...field('competenceId', { required: t('record.competenceMissing') })}
      />
      {chosen && chosen.levels.length > 1 && (
        <Select label={t('record.level')} {...field('level')}>
          {chosen.levels.map((name, i) => (
            <option key={name} value={i + 1}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <div className={styles.pair}>
        <DayField label={t('record.achievedOn')} {...field('achievedOn', { validate: isDay })} />
        <DayField
          label={t('record.lastDayOptional')}
          {...field('validTo', { validate: (typed) => typed.trim() === '' || isDay(typed) })}
        />
      </div>
      {chosen && (
        <p className={styles.quiet}>
          {chosen.validityMonths
            ? t('record.lasts', { count: chosen.validityMonths })
            : t('record.lastsForever')}
        </p>
      )}
    </>
  );
}

function Seen({ form }: Part) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField
        label={t('record.source')}
        description={t('record.sourceHelp')}
        {...field('evidence.source', { required: t('record.sourceMissing') })}
      />
      <PersonPicker
        label={t('record.assessedByOptional')}
        none={t('record.nobodyHere')}
        {...field('assessedBy')}
      />
      <Textarea label={t('record.noteOptional')} {...field('evidence.note')} />
    </>
  );
}
