import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { allPeople } from '../../../ui/choices.ts';
import { Refusals } from '../../../ui/Refusals.tsx';
import { useOccupationNames } from '../occupations.ts';
import { person, task } from '../queries.ts';
import type { Step } from '../routes.ts';
import type { Proposal } from './proposal.ts';
import type { StepProps } from './Wizard.tsx';
import styles from './wizard.module.css';

/** All of it to read through before it is signed, each part with the way back to it. */
export function Check({ check, ...props }: StepProps) {
  const { t } = useTranslation();
  const parts = useParts(props);
  return (
    <>
      {parts.map(({ step, lines }) => (
        <section key={step} className={styles.part}>
          <Heading level="3" size="xsmall">
            {t(`delegate.step.${step}`)}
          </Heading>
          <Link from="/delegations/new" search={(now) => ({ ...now, step })}>
            {t('delegate.change', { step: t(`delegate.step.${step}`) })}
          </Link>
          <dl>
            {lines.map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text || t('delegation.notSaid')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {check.data && check.data.refusals.length > 0 && (
        <Refusals refusals={check.data.refusals} title={t('delegate.notLikeThis')} />
      )}
    </>
  );
}

type Part = { readonly step: Step; readonly lines: [label: string, text: string | undefined][] };

function useParts({ form, delegatorId }: Pick<StepProps, 'form' | 'delegatorId'>): Part[] {
  const { t } = useTranslation();
  const proposal = form.watch();
  const { assessment } = proposal;
  const { data: everybody = [] } = useQuery(allPeople());
  const nameIn = (id: string) => everybody.find((one) => one.id === id)?.name;
  const what = useWhat(proposal, delegatorId);
  const period = usePeriod(proposal, nameIn(proposal.training.supervisorId));
  return [
    { step: 'who', lines: [[t('delegate.to'), nameIn(proposal.delegateeId)]] },
    { step: 'what', lines: what },
    {
      step: 'assessment',
      lines: [
        [t('delegation.taskNature'), assessment.taskNature],
        [t('delegation.qualifications'), assessment.qualifications],
        [t('delegation.followUp'), assessment.followUp],
      ],
    },
    { step: 'period', lines: period },
  ];
}

function useWhat({ taskId, profession }: Proposal, delegatorId: string): Part['lines'] {
  const { t } = useTranslation();
  const { data: chosen } = useQuery({ ...task(taskId), enabled: taskId !== '' });
  const { data: delegator } = useQuery(person(delegatorId));
  const nameOf = useOccupationNames();
  const practises = delegator?.practiceRights.some((right) => right.profession === profession);
  return [
    [t('delegate.task'), chosen?.name],
    [t('delegate.profession'), profession && nameOf(profession, practises ?? false)],
  ];
}

/** What only some delegations are asked for is shown where it is written. */
function usePeriod(proposal: Proposal, supervisor: string | undefined): Part['lines'] {
  const { t } = useTranslation();
  const { supervision, training, contested } = proposal;
  const asked: Part['lines'] = [
    [t('delegate.trainingPurpose'), training.purpose],
    [t('delegate.supervisor'), supervisor],
    [t('delegate.course'), contested.course],
    [t('delegate.reasoning'), contested.reasoning],
  ];
  return [
    [t('delegate.validFrom'), proposal.validFrom],
    [t('delegate.validTo'), proposal.validTo || t('delegate.noEnd')],
    [t('delegate.conditions'), proposal.conditions],
    [t('delegate.reviewBy'), supervision.reviewBy],
    [t('delegate.reachable'), supervision.reachableHow],
    ...asked.filter(([, text]) => text),
  ];
}
