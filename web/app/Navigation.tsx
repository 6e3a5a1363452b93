import { MenuHamburgerIcon } from '@navikt/aksel-icons';
import { useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from './later.ts';
import styles from './navigation.module.css';
import { underTheThumb } from './navigation.ts';
import { Groups, PlaceLink } from './Places.tsx';
import { useSession } from './session.ts';

const MenuSheet = later(async () => ({ default: (await import('./MenuSheet.tsx')).MenuSheet }));

/** Beside the page on a wide screen; on a narrow one the daily places under the thumb, and the rest behind "Mer". Each comes to life for itself: on a slow phone all at once takes too long. */
export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav className={styles.navigation} aria-label={t('app.navigation')}>
      <Suspense>
        <Bar />
      </Suspense>
      <Suspense>
        <Column />
      </Suspense>
    </nav>
  );
}

/** Longer than many windows: the place where one is stays in sight. */
function Column() {
  const column = useRef<HTMLDivElement>(null);
  useLocation();
  useEffect(() => {
    column.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div ref={column} className={styles.column}>
      <Groups />
    </div>
  );
}

function Bar() {
  const { places, more } = underTheThumb(useSession().roles);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.bar}>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
        {more && (
          <li>
            <Everything open={open} onClick={() => setOpen(true)} />
          </li>
        )}
      </ul>
      <Suspense>{open && <MenuSheet onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}

function Everything({ open, onClick }: { open: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.place}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={onClick}
    >
      <MenuHamburgerIcon aria-hidden fontSize="1.5rem" />
      <span>{t('app.everything')}</span>
    </button>
  );
}
