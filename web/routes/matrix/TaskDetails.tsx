import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { BodyLong, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DecisionView, MatrixPersonView, MatrixTaskView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { Refusals } from '../../ui/Refusals.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { Instead } from './Instead.tsx';
import styles from './matrix.module.css';
import { decisionAt, momentIn } from './queries.ts';
import { matrixRoute } from './routes.ts';

interface About {
  readonly person: MatrixPersonView | undefined;
  readonly task: MatrixTaskView | undefined;
}

/** The whole decision about one person and one task, and what can be done about a no. */
export function TaskDetails({ person, task }: About) {
  const { t } = useTranslation();
  const search = matrixRoute.useSearch();
  const moment = momentIn(search);
  const { roles } = useSession();
  const asked = { personId: person?.id ?? '', taskId: task?.id ?? '', ...moment };
  const query = useQuery({ ...decisionAt(asked), enabled: Boolean(person && task) });
  if (!person || !task) return null;
  return (
    <>
      <div>
        <Heading level="2" size="small">
          {task.name}
        </Heading>
        <p className={styles.quiet}>
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
          {person.title && `, ${person.title}`}
        </p>
      </div>
      <Answered query={query}>
        {(decision) => (
          <>
            <Verdict decision={decision} isThen={Boolean(moment.knownAt)} />
            {!decision.allowed && !moment.knownAt && roles.includes('manager') && (
              <Instead personId={person.id} taskId={task.id} />
            )}
          </>
        )}
      </Answered>
      <div className={styles.links}>
        <Link
          to="/review"
          search={{ personId: person.id, taskId: task.id, day: search.at, knownDay: search.knownDay }}
        >
          {t('matrix.toReview')}
        </Link>
        <Link to="/competence-records" search={{ personId: person.id }}>
          {t('matrix.toRecords')}
        </Link>
      </div>
    </>
  );
}

interface Told {
  readonly decision: DecisionView;
  /** By what was known then, and not by what is known now. */
  readonly isThen: boolean;
}

function Verdict({ decision: { allowed, bases, refusals, until, emergency }, isThen }: Told) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  return (
    <>
      {allowed ? (
        <section className={styles.yes}>
          <Heading level="3" size="xsmall" className={styles.yesTitle}>
            <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
            {t(isThen ? 'review.yes' : 'matrix.allowed')}
          </Heading>
          <ul>
            {bases.map(({ kind, occupation, delegationId, approvalId, dutyId }) => (
              <li key={delegationId ?? approvalId ?? dutyId ?? occupation}>
                {t(`matrix.ground.${kind}`)} {occupation && `(${nameOf(occupation, true)})`}{' '}
                {delegationId && (
                  <Link to="/delegations/$id" params={{ id: delegationId }}>
                    {t('delegation.read')}
                  </Link>
                )}
                {approvalId && (
                  <Link to="/approvals/$id" params={{ id: approvalId }}>
                    {t('approval.read')}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Refusals refusals={refusals} title={t(isThen ? 'review.no' : 'matrix.refusedTitle')} />
      )}
      <p>{until ? t('matrix.changesOn', { day: dayText(until) }) : t('matrix.changesNever')}</p>
      {emergency && <BodyLong className={styles.quiet}>{emergency}</BodyLong>}
    </>
  );
}
