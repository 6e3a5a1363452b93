import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompetenceRecordView } from '../../api/schema.ts';
import { dayText, lastDayText } from '../../ui/day.ts';
import { RecordTag } from './RecordTag.tsx';
import styles from './records.module.css';

interface Shown {
  readonly records: readonly CompetenceRecordView[];
  /** What all of them have in common is left out. */
  readonly without?: 'person' | 'competence';
}

/** Records, each a way to its own page. */
export function RecordLines({ records, without }: Shown) {
  return (
    <ul className={styles.list}>
      {records.map((view) => (
        <RecordLine key={view.id} view={view} without={without} />
      ))}
    </ul>
  );
}

function RecordLine({ view, without }: { view: CompetenceRecordView; without: Shown['without'] }) {
  const { t } = useTranslation();
  const { id, person, competence, levelName, achievedOn, status } = view;
  const end = view.standsTo ?? view.validTo;
  return (
    <li>
      <Link to="/competence-records/$id" params={{ id }}>
        <strong>{without === 'competence' ? person.name : competence.name}</strong>
        <span>{without ? levelName : `${person.name}, ${levelName}`}</span>
        <span className={styles.period}>
          {end
            ? t('delegation.fromTo', { from: dayText(`${achievedOn}T12:00:00Z`), to: lastDayText(end) })
            : t('delegation.fromOn', { from: dayText(`${achievedOn}T12:00:00Z`) })}
        </span>
        <RecordTag status={status} />
      </Link>
    </li>
  );
}
