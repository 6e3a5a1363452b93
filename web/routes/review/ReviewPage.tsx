import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { dayOver, osloInstant, writtenDay } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { HeldThen } from './HeldThen.tsx';
import { Question } from './Question.tsx';
import type { Moment } from './queries.ts';
import styles from './review.module.css';
import { reviewRoute } from './routes.ts';
import { VerdictThen } from './VerdictThen.tsx';

/** The auditor's question: who might do what on that day, by what is known today and by what was known then. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { personId, taskId } = reviewRoute.useSearch();
  const moments = useMoments();
  return (
    <Page title={t('review.title')} lead={t('review.lead')}>
      <Question />
      {!personId || moments.length === 0 ? (
        <EmptyState text={t('review.ask')} />
      ) : (
        <div className={styles.answers}>
          {moments.map(([title, moment]) => (
            <section key={title} aria-label={title}>
              <Heading level="2" size="small" spacing>
                {title}
              </Heading>
              {taskId ? (
                <VerdictThen personId={personId} taskId={taskId} moment={moment} />
              ) : (
                <HeldThen personId={personId} moment={moment} />
              )}
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

/** By what is known today, and by what was known then if that is asked; none until a day is given. */
function useMoments(): [title: string, moment: Moment][] {
  const { t } = useTranslation();
  const { day, time = '12:00', knownDay } = reviewRoute.useSearch();
  const at = day && osloInstant(day, time);
  if (!at) return [];
  const today: [string, Moment] = [t('review.knownToday'), { at }];
  const knownAt = knownDay && dayOver(knownDay);
  if (!knownAt) return [today];
  return [today, [t('review.knownThen', { day: writtenDay(knownDay) }), { at, knownAt }]];
}
