import { CheckmarkIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Step, steps } from '../routes.ts';
import styles from './wizard.module.css';

/** Where one is; on a narrow screen only how far. Those behind are done and can be gone back to. */
export function Steps({ at }: { at: Step }) {
  const { t } = useTranslation();
  const here = steps.indexOf(at);
  return (
    <nav className={styles.steps} aria-label={t('delegate.steps')}>
      <p className={styles.howFar} aria-hidden>
        {t('delegate.howFar', { at: here + 1, of: steps.length })}
      </p>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <Link
              from="/delegations/new"
              search={(now) => ({ ...now, step })}
              className={index === here ? styles.here : undefined}
              aria-current={index === here ? 'step' : undefined}
              activeProps={{ 'aria-current': index === here ? 'step' : undefined }}
            >
              <span className={styles.number}>
                {index < here ? <CheckmarkIcon aria-hidden fontSize="1.25rem" /> : index + 1}
              </span>
              {t(`delegate.step.${step}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
