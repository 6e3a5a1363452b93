import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Obligation, RoleDescriptionView } from '../../api/schema.ts';
import { languageInUse } from '../../app/language.ts';
import { legalBases } from '../catalogue/queries.ts';
import styles from './role-descriptions.module.css';

/** What a version says: areas with their tasks, and the general obligations with what they rest on. */
export function Content({ view: { areas, obligations } }: { view: RoleDescriptionView }) {
  return (
    <>
      {areas.map((area) => (
        <Area key={area.code} area={area} />
      ))}
      {obligations.length > 0 && <Obligations obligations={obligations} />}
    </>
  );
}

function Area({ area: { code, title, tasks } }: { area: RoleDescriptionView['areas'][number] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby={code}>
      <Heading level="2" size="small" id={code}>
        {title}
      </Heading>
      {tasks.length === 0 && <p>{t('roleDescription.noTasks')}</p>}
      <ul className={styles.points}>
        {tasks.map(({ id, name }) => (
          <li key={id}>
            <Link to="/tasks/$id" params={{ id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Obligations({ obligations }: Pick<RoleDescriptionView, 'obligations'>) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="obligations">
      <Heading level="2" size="small" id="obligations">
        {t('roleDescription.obligations')}
      </Heading>
      <ul className={styles.points}>
        {obligations.map((obligation) => (
          <li key={obligation.text}>
            {obligation.text} <Bases obligation={obligation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the reader's own words: citation, and how strong it is. */
export function Bases({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation();
  const { data: known = [] } = useQuery(legalBases());
  const found = known.filter(({ id }) => obligation.legalBases.some((basis) => basis === id));
  if (found.length === 0) return null;
  return (
    <span className={styles.quiet}>
      {found
        .map(({ citation, strength }) => `${citation[languageInUse()]} (${t(`strength.${strength}`)})`)
        .join('; ')}
    </span>
  );
}
