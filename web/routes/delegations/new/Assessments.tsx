import { BodyLong, Textarea } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../ui/form.tsx';
import { missingIn } from './proposal.ts';
import type { StepProps } from './Wizard.tsx';

/** The three that § 5 asks for; whether they say enough is answered by the rules as one writes. */
export function Assessments(props: StepProps) {
  const { t } = useTranslation();
  const field = useAssessment(props);
  return (
    <>
      <BodyLong>{t('delegate.assessmentLead')}</BodyLong>
      <Textarea
        label={t('delegation.taskNature')}
        description={t('delegate.taskNatureHelp')}
        minRows={3}
        {...field('taskNature')}
      />
      <Textarea
        label={t('delegation.qualifications')}
        description={t('delegate.qualificationsHelp')}
        minRows={3}
        {...field('qualifications')}
      />
      <Textarea
        label={t('delegation.followUp')}
        description={t('delegate.followUpHelp')}
        minRows={3}
        {...field('followUp')}
      />
    </>
  );
}

/** A field of one of them, with what the form or else the rules miss in it. */
function useAssessment({ form, check }: StepProps) {
  const { t } = useTranslation();
  const fieldOf = fieldsOf(form);
  const { assessment } = form.watch();
  const refusal = check.data?.refusals.find(({ code }) => code === 'assessment-missing');
  const missing = refusal ? missingIn(refusal) : [];
  return (name: keyof typeof assessment) => {
    const { error, ...rest } = fieldOf(`assessment.${name}`);
    const saysNothing = missing.includes(name) && assessment[name].trim() !== '';
    return { ...rest, error: error ?? (saysNothing && t('delegate.saysNothing')) };
  };
}
