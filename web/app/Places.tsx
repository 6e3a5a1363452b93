import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './navigation.module.css';
import { groupsFor, type placesFor } from './navigation.ts';
import { useSession } from './session.ts';

/** Every place of one's roles, under headings. */
export function Groups({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  return groupsFor(useSession().roles).map(({ name, places }) => (
    <div key={name} className={styles.group}>
      <p id={`${id}${name}`}>{t(`navGroup.${name}`)}</p>
      <ul aria-labelledby={`${id}${name}`}>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

export function PlaceLink({
  place: { to, text, icon: Icon },
  onChosen,
}: {
  place: ReturnType<typeof placesFor>[number];
  onChosen?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={styles.place} activeProps={{ 'aria-current': 'page' }} onClick={onChosen}>
      <Icon aria-hidden fontSize="1.5rem" />
      <span>{t(`nav.${text}`)}</span>
    </Link>
  );
}
