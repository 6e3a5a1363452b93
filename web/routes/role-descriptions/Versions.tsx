import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoleDescriptionView, VersionView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { versions } from './queries.ts';
import styles from './role-descriptions.module.css';

/** Every version there has been, the last first; each is told apart from the one before. */
export function Versions({ view: { id, version } }: { view: RoleDescriptionView }) {
  const { t } = useTranslation();
  const query = useQuery(versions(id));
  return (
    <section className={`${styles.section} ${styles.noPrint}`} aria-labelledby="versions">
      <Heading level="2" size="small" id="versions">
        {t('roleDescription.versions')}
      </Heading>
      <Answered query={query}>
        {(all) => (
          <ul className={styles.versions}>
            {all.toReversed().map((one) => (
              <OneVersion key={one.number} id={id} isShown={one.number === version} one={one} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}

interface Told {
  readonly id: string;
  readonly isShown: boolean;
  readonly one: VersionView;
}

function OneVersion({ id, isShown, one: { number, effectiveFrom, publishedAt } }: Told) {
  const { t } = useTranslation();
  return (
    <li>
      {isShown ? (
        <strong>{t('roleDescription.shown', { number })}</strong>
      ) : (
        <Link to="/role-descriptions/$id" params={{ id }} search={{ version: number }}>
          {t('roleDescription.version', { number })}
        </Link>
      )}
      <span className={styles.quiet}>
        {t('roleDescription.dates', { from: dayText(effectiveFrom), published: dayText(publishedAt) })}
      </span>
      {number > 1 && (
        <Link to="/role-descriptions/$id/diff" params={{ id }} search={{ from: number - 1, to: number }}>
          {t('roleDescription.changesIn', { number })}
        </Link>
      )}
    </li>
  );
}
