import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placesFor } from './navigation.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';

/** Beside the page on a wide screen, under the thumb on a narrow one. */
export function Navigation() {
  const { t } = useTranslation();
  const places = placesFor(useSession().roles);
  return (
    <nav className={styles.navigation} aria-label={t('app.navigation')}>
      <ul>
        {places.map(({ to, text, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.place} activeProps={{ 'aria-current': 'page' }}>
              <Icon aria-hidden fontSize="1.5rem" />
              <span>{t(`nav.${text}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
