import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText, lastDayText, momentText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import styles from '../delegations/delegations.module.css';
import { Acts } from './Acts.tsx';
import { ApprovalTag } from './ApprovalTag.tsx';
import { approval } from './queries.ts';
import { approvalRoute } from './routes.ts';

/** One approval: on what it rests, how long, and what has become of it. */
export function ApprovalPage() {
  const { t } = useTranslation();
  const { id } = approvalRoute.useParams();
  const query = useQuery(approval(id));
  return (
    <Page title={query.data?.task.name ?? t('approval.one')} lead={t('approval.notDelegation')}>
      <Answered query={query}>
        {(view) => (
          <>
            <Parties view={view} />
            <Basis view={view} />
            <Acts view={view} />
            <Steps view={view} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Parties({ view }: { view: ApprovalView }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.parties}>
        <ApprovalTag status={view.status} />
        <span>{t('approval.parties', { approver: view.approver.name, person: view.person.name })}</span>
      </p>
      <p>{t('delegation.fromTo', { from: dayText(view.validFrom), to: lastDayText(view.validTo) })}</p>
    </>
  );
}

function Basis({ view: { course, test, practicalSignOff, conditions } }: { view: ApprovalView }) {
  const { t } = useTranslation();
  const { signedBy, signedOn, note } = practicalSignOff;
  const lines: [label: string, text: string][] = [
    [t('approval.course'), `${course.source}, ${dayText(course.completedOn)}`],
    [t('approval.test'), `${test.source}, ${dayText(test.passedOn)}`],
    [t('approval.practice'), t('approval.signedBy', { name: signedBy.name, day: dayText(signedOn) })],
    ...(note ? [[t('approval.note'), note] as [string, string]] : []),
    [t('delegation.conditions'), conditions ?? t('delegation.notSaid')],
  ];
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {t('approval.basis')}
      </Heading>
      <dl className={styles.read}>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Steps({ view: { steps } }: { view: ApprovalView }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {t('life.title')}
      </Heading>
      <ol className={styles.read}>
        {steps.map(({ kind, at, recordedAt, by, reason }) => (
          <li key={`${kind} ${recordedAt}`}>
            <strong>{t(`approval.step.${kind}`)}</strong> {by && t('life.by', { name: by.name })}
            <br />
            {momentText(recordedAt)}
            {at !== recordedAt && <> · {t('life.countsFrom', { moment: momentText(at) })}</>}
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
