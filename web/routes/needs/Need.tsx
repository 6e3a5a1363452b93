import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NeedView } from '../../api/schema.ts';
import { dayText, lastDayText } from '../../ui/day.ts';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './needs.module.css';

/** One need: what it is, whose, since when or until when, what it stops, and where something can be done about it. */
export function Need({ need }: { need: NeedView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const { kind, person, task, competences, occupation, delegator, refusal, at, within } = need;
  const about = [
    task?.name,
    competences.map(({ name }) => name).join(', '),
    occupation && nameOf(occupation, true),
    delegator && t('responsibilities.from', { name: delegator.name }),
  ].filter(Boolean);
  // A competence is often called what its task is called.
  const said = [...new Set(about)];
  return (
    <li>
      <div className={styles.what}>
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
        <span className={styles.kind}>{t(`need.kind.${kind}`)}</span>
      </div>
      <div>
        <p>{said.join(' · ')}</p>
        {refusal && <p className={styles.quiet}>{refusal.detail}</p>}
        <Hits need={need} />
      </div>
      <p className={styles.quiet}>
        {at &&
          (within === null
            ? t('need.since', { day: dayText(at) })
            : t('responsibilities.lastDay', { day: lastDayText(at) }))}
      </p>
      <div className={styles.ways}>
        <Way need={need} />
      </div>
    </li>
  );
}

const fewHits = 3;

/** What the person may not do because of it. */
function Hits({ need: { hits, task } }: { need: NeedView }) {
  const { t } = useTranslation();
  const others = hits.filter(({ taskId }) => taskId !== task?.id);
  if (others.length === 0) return null;
  const names = others.slice(0, fewHits).map(({ name }) => name);
  const rest = others.length - names.length;
  return (
    <p className={styles.quiet}>
      {rest > 0
        ? t('need.stopsMore', { tasks: names.join(', '), count: rest })
        : t('need.stops', { tasks: names.join(', ') })}
    </p>
  );
}

/** Where it is seen to: the record, the delegation, or the cell of the matrix that says what can be done. */
function Way({ need: { kind, person, task, competences, subjectId, hits } }: { need: NeedView }) {
  const { t } = useTranslation();
  const [hit] = hits;
  const taskId = task?.id ?? hit?.taskId;
  return (
    <>
      {subjectId && (kind === 'claim-waiting' || kind === 'record-expires') && (
        <Link to="/competence-records/$id" params={{ id: subjectId }}>
          {kind === 'claim-waiting' ? t('need.assess') : t('need.seeRecord')}
        </Link>
      )}
      {subjectId && (kind === 'delegation-expires' || kind === 'review-overdue') && (
        <Link to="/delegations/$id" params={{ id: subjectId }}>
          {t('delegation.read')}
        </Link>
      )}
      {(kind === 'authorisation-missing' || kind === 'authorisation-expires') && (
        <Link to="/people/$id" params={{ id: person.id }} search={{ tab: 'authorisations' }}>
          {t('need.seeAuthorisations')}
        </Link>
      )}
      {kind === 'abstention-open' && (
        <Link to="/abstentions" search={{ personId: person.id }}>
          {t('need.seeAbstention')}
        </Link>
      )}
      {(kind === 'record-expires' || kind === 'competence-lacking') && competences[0] && (
        <Link to="/competence-records/new" search={{ personId: person.id, competenceId: competences[0].id }}>
          {t('need.registerNew')}
        </Link>
      )}
      {taskId && (
        <Link to="/matrix" search={{ person: person.id, task: taskId }}>
          {t('need.whatCanBeDone')}
        </Link>
      )}
    </>
  );
}
