import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ResponsibilitiesView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { BasisTag } from '../../ui/BasisTag.tsx';
import { momentText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Moment, responsibilitiesThen } from './queries.ts';
import styles from './review.module.css';
import { reviewRoute } from './routes.ts';

/** All that one person answered for at the moment, by area; each leads to its reasons. */
export function HeldThen({ personId, moment }: { personId: string; moment: Moment }) {
  const query = useQuery(responsibilitiesThen(personId, moment));
  return <Answered query={query}>{(held) => <Held held={held} />}</Answered>;
}

function Held({ held: { name, title, areas } }: { held: ResponsibilitiesView }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{name}</strong>
        {title && `, ${title}`}
      </p>
      {areas.length === 0 && <EmptyState text={t('review.heldNothing')} />}
      {areas.map(({ code, tasks }) => (
        <section key={code}>
          <Heading level="3" size="xsmall">
            {t(`area.${code as 'lege'}`)}
          </Heading>
          <ul className={styles.held}>
            {tasks.map((one) => (
              <HeldTask key={`${one.task.id} ${one.basis}`} held={one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function HeldTask({ held }: { held: ResponsibilitiesView['areas'][number]['tasks'][number] }) {
  const { t } = useTranslation();
  const search = reviewRoute.useSearch();
  const { task, basis, allowed, delegation, refusals, until } = held;
  return (
    <li>
      <Link from="/review" search={{ ...search, taskId: task.id }}>
        {task.name}
      </Link>{' '}
      <BasisTag basis={basis} />
      {delegation && <span> {t('review.from', { name: delegation.delegator.name })}</span>}
      {!allowed && (
        <span className={styles.notAllowed}>
          {' '}
          {t('review.notAllowed')} {refusals.map(({ detail }) => detail).join(' ')}
        </span>
      )}
      {allowed && until && <span> {t('review.until', { day: momentText(until) })}</span>}
    </li>
  );
}
