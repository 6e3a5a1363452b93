import { XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { LegalBasisView, RefusalView } from '../api/schema.ts';
import styles from './ui.module.css';

/** Every "no" with its reason, its legal bases, and how strong each of them is, told in words. */
export function Refusals({ refusals, title }: { refusals: readonly RefusalView[]; title: string }) {
  return (
    <section className={styles.refusals}>
      <Heading level="2" size="xsmall" className={styles.refusalsTitle}>
        <XMarkOctagonIcon aria-hidden fontSize="1.5rem" />
        {title}
      </Heading>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal.code}>
            <p>{refusal.detail}</p>
            <LegalBases bases={refusal.legalBases} code={refusal.code} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LegalBases({ bases, code }: { bases: readonly LegalBasisView[]; code: string }) {
  const { t } = useTranslation();
  if (bases.length === 0) return null;
  return (
    <p className={styles.bases}>
      {bases.map(({ id, citation, strength }) => (
        <span key={id}>
          {citation} <span className={styles.strength}>({t(`strength.${strength}`)})</span>
        </span>
      ))}
      <a href={`/problems/${code}`} target="_blank" rel="noreferrer">
        {t('problem.readMore')}
      </a>
    </p>
  );
}
