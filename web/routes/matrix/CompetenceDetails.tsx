import { Heading } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompetenceCellView, CompetenceMatrixView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { dayText, lastDayText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import { HoldingMark } from './HoldingMark.tsx';
import styles from './matrix.module.css';
import type { Place } from './moves.ts';

interface About {
  readonly matrix: CompetenceMatrixView;
  readonly place: Place;
  /** Undefined where there is nothing to say. */
  readonly cell: CompetenceCellView | undefined;
}

/** What one person has shown of one competence, and what asks for it. */
export function CompetenceDetails({ matrix, place, cell }: About) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [person, competence] = [matrix.people[place.column], matrix.competences[place.row]];
  if (!person || !competence) return null;
  const about = { personId: person.id, competenceId: competence.id };
  return (
    <>
      <div>
        <Heading level="2" size="small">
          {competence.name}
        </Heading>
        <p className={styles.quiet}>{[person.name, person.title].filter(Boolean).join(', ')}</p>
      </div>
      {cell ? (
        <>
          <HoldingMark cell={cell} />
          <Known cell={cell} levels={competence.levels} />
          <RequiredBy matrix={matrix} cell={cell} />
        </>
      ) : (
        <p>{t('holding.nothing')}</p>
      )}
      <div className={styles.links}>
        <Link to="/competence-records" search={about}>
          {t('matrix.toRecords')}
        </Link>
        {roles.includes('manager') && (
          <Link to="/competence-records/new" search={about}>
            {t('record.register')}
          </Link>
        )}
      </div>
    </>
  );
}

function Known({ cell, levels }: { cell: CompetenceCellView; levels: readonly string[] }) {
  const { t } = useTranslation();
  const named = (level: number | null) => level && levels[level - 1];
  return (
    <Facts
      facts={[
        [t('record.level'), named(cell.level) || null],
        [t('record.validFrom'), cell.validFrom && dayText(cell.validFrom)],
        [t('record.lastDay'), cell.validTo && lastDayText(cell.validTo)],
        [t('holding.claimedLevel'), named(cell.claimedLevel) || null],
        [t('holding.minLevel'), named(cell.minLevel) || null],
      ]}
    />
  );
}

function RequiredBy({ matrix, cell }: { matrix: CompetenceMatrixView; cell: CompetenceCellView }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  if (cell.requiredBy.length === 0) return null;
  return (
    <section className={styles.part}>
      <Heading level="3" size="xsmall">
        {t('holding.requiredBy')}
      </Heading>
      <ul>
        {cell.requiredBy.map((place) => {
          const required = matrix.requirements[place];
          if (!required) return null;
          const what =
            required.task?.name ?? t('holding.role', { role: nameOf(required.occupation ?? '', false) });
          const options = required.anyOf.map(({ name }) => name).join(', ');
          return (
            <li key={place}>{required.anyOf.length > 1 ? t('holding.oneOf', { what, options }) : what}</li>
          );
        })}
      </ul>
    </section>
  );
}
