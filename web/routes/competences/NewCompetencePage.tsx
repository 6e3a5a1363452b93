import { Button, Select, Textarea, TextField } from '@navikt/ds-react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CreateCompetence } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useKeptForm } from '../../app/useKeptForm.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './competences.module.css';
import { Lasting, type LastingValues, lastingIn } from './Lasting.tsx';
import { newCompetenceRoute } from './routes.ts';

const kinds = [
  'course',
  'certificate',
  'observed-practice',
  'e-learning',
  'further-education',
] as const satisfies readonly CreateCompetence['kind'][];

interface Values extends LastingValues {
  name: string;
  kind: CreateCompetence['kind'];
  /** One a line, the lowest first. */
  levels: string;
}

const empty: Values = { name: '', kind: 'course', levels: '', validityMonths: '', renewal: '' };

const bodyOf = ({ name, kind, levels, ...lasting }: Values): CreateCompetence => {
  const named = levels
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    name,
    kind,
    levels: named.length > 0 ? named : null,
    ...lastingIn(lasting),
  };
};

/** A competence of the clinic's own, where the national list has none. */
export function NewCompetencePage() {
  const { t } = useTranslation();
  const navigate = newCompetenceRoute.useNavigate();
  const { form, discard } = useKeptForm<Values>('competence', empty);
  const make = useAct({
    send: (values: Values) => answerOf(api.POST('/api/v1/competences', { body: bodyOf(values) })),
    done: ({ name }) => t('competence.made', { name }),
    onDone: ({ id }) => {
      discard();
      navigate({ to: '/competences/$id', params: { id } });
    },
  });
  const send = form.handleSubmit((values) =>
    make.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <Page title={t('competence.make')} lead={t('competence.makeLead')}>
      <form onSubmit={send} noValidate className={styles.form}>
        <FormErrors form={form} />
        <Fields form={form} />
        <ProblemAlert problem={form.formState.isValid ? make.error : null} />
        <Button type="submit" loading={make.isPending} className={styles.send}>
          {t('competence.save')}
        </Button>
      </form>
    </Page>
  );
}

function Fields({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  return (
    <>
      <TextField label={t('competence.name')} {...field('name', { required: t('competence.nameMissing') })} />
      <Select label={t('competence.kindLabel')} {...field('kind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`competence.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Textarea
        label={t('competence.levelsOptional')}
        description={t('competence.levelsHelp')}
        {...field('levels')}
      />
      <Lasting form={form as unknown as UseFormReturn<LastingValues>} />
    </>
  );
}
