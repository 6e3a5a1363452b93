import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RefusalView } from '../../api/schema.ts';
import { dayText } from '../../ui/day.ts';
import styles from './decisions.module.css';

/** Where what is missing can be had: the next teaching that gives it, of each refusal that names one. */
export function HadAt({ refusals }: { refusals: readonly RefusalView[] }) {
  const { t } = useTranslation();
  const coming = new Map(
    refusals.flatMap(({ about }): [string, { title: string; startsAt: string }][] => {
      const { teachingId, teachingTitle, teachingStartsAt } = about ?? {};
      return teachingId
        ? [[String(teachingId), { title: String(teachingTitle), startsAt: String(teachingStartsAt) }]]
        : [];
    }),
  );
  if (coming.size === 0) return null;
  return (
    <section className={styles.hadAt} aria-label={t('decision.hadAt')}>
      <p>{t('decision.hadAt')}</p>
      <ul>
        {[...coming].map(([id, { title, startsAt }]) => (
          <li key={id}>
            <Link to="/teaching/$id" params={{ id }}>
              {title}
            </Link>
            , {dayText(startsAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}
