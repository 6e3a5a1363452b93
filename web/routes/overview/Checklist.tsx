import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import styles from './overview.module.css';
import type { FirstRun } from './queries.ts';

interface Step {
  readonly name: keyof FirstRun;
  readonly to: NonNullable<LinkProps['to']>;
}

const steps: readonly Step[] = [
  { name: 'people', to: '/people/new' },
  { name: 'roleDescription', to: '/role-descriptions' },
  { name: 'duties', to: '/duties' },
  { name: 'competence', to: '/competence-records' },
  { name: 'delegation', to: '/delegations/new' },
];

/** From an empty clinic to one that can answer who may do what: each step is done when the API says that it is. */
export function Checklist({ done }: { done: FirstRun }) {
  const { t } = useTranslation();
  const count = steps.filter(({ name }) => done[name]).length;
  const next = steps.find(({ name }) => !done[name]);
  return (
    <section className={styles.first}>
      <Heading level="2" size="small">
        {t('overview.steps', { count, of: steps.length })}
      </Heading>
      <ol>
        {steps.map((step) => (
          <li key={step.name} aria-current={step === next ? 'step' : undefined}>
            <StepLine step={step} isDone={done[step.name]} />
          </li>
        ))}
      </ol>
      {count === 0 && <p className={styles.demo}>{t('overview.demo')}</p>}
    </section>
  );
}

function StepLine({ step: { name, to }, isDone }: { step: Step; isDone: boolean }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const Icon = isDone ? CheckmarkCircleFillIcon : CircleIcon;
  return (
    <>
      <Icon aria-hidden fontSize="1.75rem" />
      <div>
        <p>
          <Link to={to}>{t(`overview.step.${name}`)}</Link>{' '}
          <span className={styles.quiet}>{t(isDone ? 'overview.isDone' : 'overview.notDone')}</span>
        </p>
        {!isDone && <p className={styles.quiet}>{t(`overview.why.${name}`)}</p>}
        {!isDone && name === 'delegation' && roles.includes('administrator') && (
          <p>
            <Link to="/invitations/new">{t('member.invite')}</Link>
          </p>
        )}
      </div>
    </>
  );
}
