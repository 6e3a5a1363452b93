import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Heading, Loader } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.ts';
import type { RefusalView } from '../../../api/schema.ts';
import { lastDayText } from '../../../ui/day.ts';
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx';
import { type Step, steps } from '../routes.ts';
import { coveredUntil, isWrittenLater, placeOf, stepOfField } from './proposal.ts';
import type { useCheck } from './useCheck.ts';
import styles from './wizard.module.css';

interface Shown {
  readonly step: Step;
  readonly check: ReturnType<typeof useCheck>;
}

/** The rules' answer to what is typed so far, beside the typing; how many obstacles is said aloud, each is read where it arises. */
export function Verdict({ step, check }: Shown) {
  const { t } = useTranslation();
  const { data, error, isFetching } = check;
  const isToCome = (place: Step) => steps.indexOf(place) >= steps.indexOf(step);
  const isAhead = (refusal: RefusalView) =>
    coveredUntil(refusal)
      ? step !== 'period' && isToCome('period')
      : isWrittenLater(refusal.code) && isToCome(placeOf(refusal.code));
  const refusals = data?.refusals ?? [];
  const now = refusals.filter((refusal) => !isAhead(refusal));
  const later = refusals.filter(isAhead);
  return (
    <aside className={styles.verdict} aria-labelledby="verdict">
      <Heading level="2" size="small" id="verdict">
        {t('delegate.verdict')} {isFetching && <Loader size="xsmall" title={t('app.loading')} />}
      </Heading>
      <div role="status">
        {!data && !error && <p>{t('delegate.notYet')}</p>}
        {data && <HowMany now={now.length} later={later.length} />}
      </div>
      {error && <Fault problem={error} />}
      <Elsewhere refusals={now} step={step} />
      {later.length > 0 && (
        <>
          <p>{t('delegate.remains')}</p>
          <Remaining refusals={later} step={step} />
        </>
      )}
      {data && <Warnings warnings={data.warnings} />}
    </aside>
  );
}

function HowMany({ now, later }: { now: number; later: number }) {
  const { t } = useTranslation();
  if (now > 0)
    return (
      <p className={styles.no}>
        <XMarkOctagonIcon aria-hidden fontSize="1.5rem" />
        {t('delegate.obstacles', { count: now })}
      </p>
    );
  return (
    <p className={styles.yes}>
      <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
      {later > 0 ? t('delegate.soFar') : t('delegate.mayBeDelegated')}
    </p>
  );
}

/** Those of the step one is in stand there in full; of the others here where they are mended. */
function Elsewhere({ refusals, step }: { refusals: readonly RefusalView[]; step: Step }) {
  const { t } = useTranslation();
  if (refusals.length === 0 || step === 'check') return null;
  return (
    <ul>
      {refusals.map((refusal) => {
        const place = placeOf(refusal.code);
        return (
          <li key={`${refusal.code} ${JSON.stringify(refusal.about)}`}>
            {place === step ? (
              <span>{t('delegate.seeBeside')}</span>
            ) : (
              <>
                {refusal.detail}{' '}
                <Link from="/delegations/new" search={(now) => ({ ...now, step: place })}>
                  {t('delegate.goTo', { step: t(`delegate.step.${place}`) })}
                </Link>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Ahead of where the end is chosen, how long it can last is no obstacle, but good to know. */
function Remaining({ refusals, step }: { refusals: readonly RefusalView[]; step: Step }) {
  const { t } = useTranslation();
  return (
    <ul>
      {refusals.map((refusal) => {
        const until = coveredUntil(refusal);
        const place = until ? 'period' : placeOf(refusal.code);
        return (
          <li key={`${refusal.code} ${JSON.stringify(refusal.about)}`}>
            {until ? t('delegate.lastsUntil', { day: lastDayText(until) }) : refusal.detail}{' '}
            {place !== step && (
              <Link from="/delegations/new" search={(now) => ({ ...now, step: place })}>
                {t('delegate.goTo', { step: t(`delegate.step.${place}`) })}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Allowed, but to be known before one signs. */
function Warnings({ warnings }: { warnings: readonly RefusalView[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <section className={styles.warnings}>
      <Heading level="3" size="xsmall" className={styles.warningsTitle}>
        <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
        {t('delegate.warnings')}
      </Heading>
      <ul>
        {warnings.map(({ code, detail, about }) => (
          <li key={code}>
            {detail}
            {code === 'no-training-plan' && (
              <>
                {' '}
                <Link
                  to="/training-plans/new"
                  search={{ personId: String(about?.personId), taskId: String(about?.taskId) }}
                >
                  {t('training.make')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Something typed that the API cannot take, and where. */
function Fault({ problem }: { problem: Error }) {
  const { t } = useTranslation();
  if (!(problem instanceof ApiProblem) || problem.errors.length === 0)
    return <ProblemAlert problem={problem} />;
  return (
    <ul>
      {problem.errors.map(({ pointer, detail }) => (
        <li key={pointer}>
          {detail}{' '}
          <Link from="/delegations/new" search={(now) => ({ ...now, step: stepOfField(pointer) })}>
            {t('delegate.goTo', { step: t(`delegate.step.${stepOfField(pointer)}`) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
