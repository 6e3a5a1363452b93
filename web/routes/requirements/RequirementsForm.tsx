import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type UseFormReturn, useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CompetenceView, RequirementsView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { useDraft } from '../../app/draft.ts';
import { DayField } from '../../ui/DayField.tsx';
import { isoDay } from '../../ui/day.ts';
import { FormErrors, fieldsOf, showErrors } from '../../ui/form.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Group } from './Group.tsx';
import { type Carrier, require } from './queries.ts';
import { asItStands, asked, noOption, type Required } from './required.ts';
import styles from './requirements.module.css';

interface Given {
  readonly of: Carrier;
  readonly id: string;
  readonly seen: RequirementsView;
  readonly competences: readonly CompetenceView[];
  readonly occupations: readonly string[];
}

export function RequirementsForm(given: Given) {
  const { t } = useTranslation();
  const { form, act } = useRequirements(given);
  const field = fieldsOf(form);
  const send = form.handleSubmit((values) =>
    act.mutate(values, { onError: (problem) => showErrors(form, problem) }),
  );
  return (
    <form onSubmit={send} noValidate className={styles.form}>
      <FormErrors form={form} />
      <DayField
        label={t('requirement.validFrom')}
        {...field('from', { validate: (typed) => isoDay(typed) !== null || t('form.notADay') })}
      />
      <Groups form={form} competences={given.competences} occupations={given.occupations} />
      <ProblemAlert problem={form.formState.isValid ? act.error : null} />
      <div>
        <Button type="submit" loading={act.isPending}>
          {t('requirement.save')}
        </Button>
      </div>
    </form>
  );
}

interface Asking extends Pick<Given, 'competences' | 'occupations'> {
  readonly form: UseFormReturn<Required>;
}

function Groups({ form, competences, occupations }: Asking) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'allOf' });
  return (
    <>
      {fields.length === 0 && <p>{t('requirement.nothingFrom')}</p>}
      {fields.map(({ id }, i) => (
        <Group
          key={id}
          form={form}
          place={i}
          competences={competences}
          occupations={occupations}
          onRemove={() => remove(i)}
        />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-color="neutral"
          icon={<PlusIcon aria-hidden />}
          onClick={() => append({ anyOf: [noOption], exceptOccupations: [] })}
        >
          {t('requirement.add')}
        </Button>
      </div>
    </>
  );
}

/** What was begun in this tab, or what stands. */
function useRequirements({ of, id, seen }: Given) {
  const { t } = useTranslation();
  const router = useRouter();
  const { begun, keep, discard } = useDraft<Required>(`requirements.${id}`);
  const form = useForm<Required>({ defaultValues: begun ?? asItStands(seen), shouldFocusError: false });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form, keep],
  );
  const act = useAct({
    send: (values: Required) => require(of, id, seen, asked(values)),
    done: () => t('requirement.saved'),
    onDone: () => {
      discard();
      const there = { params: { id } };
      if (of === 'tasks') router.navigate({ to: '/tasks/$id', ...there });
      else router.navigate({ to: '/role-descriptions/$id', ...there, search: {} });
    },
  });
  return { form, act };
}
