import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../../api/schema.ts';
import { lastDayText } from '../../ui/day.ts';
import styles from './delegations.module.css';
import { person } from './queries.ts';

/** The three assessments of § 5, the conditions and the follow-up: what an acceptance rests on. */
export function Terms({ view }: { view: DelegationView }) {
  const { t } = useTranslation();
  const { assessment, conditions, supervision } = view;
  return (
    <>
      <Assessed assessment={assessment} />
      <Read
        title={t('delegation.terms')}
        lines={[
          [t('delegation.conditions'), conditions],
          [t('delegation.reachable'), supervision.reachableHow],
          [t('delegation.reviewBy'), lastDayText(supervision.reviewBy)],
        ]}
      />
      {view.training && <Training training={view.training} />}
      {view.contested && <Contested contested={view.contested} />}
    </>
  );
}

function Assessed({ assessment }: Pick<DelegationView, 'assessment'>) {
  const { t } = useTranslation();
  return (
    <Read
      title={t('delegation.assessed')}
      lines={[
        [t('delegation.taskNature'), assessment.taskNature],
        [t('delegation.qualifications'), assessment.qualifications],
        [t('delegation.followUp'), assessment.followUp],
      ]}
    />
  );
}

function Contested({ contested }: { contested: NonNullable<DelegationView['contested']> }) {
  const { t } = useTranslation();
  return (
    <Read
      title={t('delegate.contested')}
      lines={[
        [t('delegate.course'), contested.course],
        [t('delegate.reasoning'), contested.reasoning],
      ]}
    />
  );
}

function Training({ training }: { training: NonNullable<DelegationView['training']> }) {
  const { t } = useTranslation();
  const { data } = useQuery(person(training.supervisorId));
  return (
    <Read
      title={t('delegate.training')}
      lines={[
        [t('delegate.trainingPurpose'), training.purpose],
        [t('delegate.supervisor'), data?.name ?? '…'],
      ]}
    />
  );
}

interface Lines {
  readonly title: string;
  readonly lines: [label: string, text: string | null | undefined][];
}

function Read({ title, lines }: Lines) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      <dl className={styles.read}>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text || t('delegation.notSaid')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
