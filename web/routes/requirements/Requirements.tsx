import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequirementView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { allCompetences } from '../../ui/choices.ts';
import { dayText, lastDayText } from '../../ui/day.ts';
import { useOccupationNames } from '../delegations/occupations.ts';
import { type Carrier, requirements } from './queries.ts';
import styles from './requirements.module.css';

interface Asked {
  readonly of: Carrier;
  readonly id: string;
  readonly editable: boolean;
}

/** What is asked of whoever does it: all of the points, each by one of its options, at a level or above. */
export function Requirements({ of, id, editable }: Asked) {
  const { t } = useTranslation();
  const query = useQuery(requirements(of, id));
  return (
    <section className={styles.section} aria-labelledby="requirements">
      <Heading level="2" size="small" id="requirements">
        {t('requirement.title')}
      </Heading>
      <Answered query={query}>{({ items }) => <Listed items={items} />}</Answered>
      {editable && <ChangeLink of={of} id={id} />}
    </section>
  );
}

function Listed({ items }: { items: readonly RequirementView[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <p>{t('requirement.none')}</p>;
  return (
    <>
      <p className={styles.quiet}>{t('requirement.allOf')}</p>
      <ol className={styles.list}>
        {items.map((requirement) => (
          <Requirement key={requirement.id} requirement={requirement} />
        ))}
      </ol>
    </>
  );
}

function ChangeLink({ of, id }: Pick<Asked, 'of' | 'id'>) {
  const { t } = useTranslation();
  return (
    <p className={styles.change}>
      {of === 'tasks' ? (
        <Link to="/tasks/$id/requirements" params={{ id }}>
          {t('requirement.change')}
        </Link>
      ) : (
        <Link to="/role-descriptions/$id/requirements" params={{ id }}>
          {t('requirement.change')}
        </Link>
      )}
    </p>
  );
}

function Requirement({ requirement }: { requirement: RequirementView }) {
  const { t } = useTranslation();
  const { data: competences = [] } = useQuery(allCompetences());
  const { anyOf } = requirement;
  const option = ({ competenceId, name, minLevel }: RequirementView['anyOf'][number]) => {
    const levels = competences.find(({ id }) => id === competenceId)?.levels ?? [];
    const level = levels.length > 1 ? levels[minLevel - 1] : undefined;
    return level ? t('requirement.atLevel', { name, level }) : name;
  };
  return (
    <li>
      {anyOf.length > 1 && <>{t('requirement.anyOf')} </>}
      {anyOf.map(option).join(` ${t('requirement.or')} `)}
      <Limits requirement={requirement} />
    </li>
  );
}

/** From when, until when, and of whom it is not asked. */
function Limits({
  requirement: { exceptOccupations, validFrom, validTo },
}: {
  requirement: RequirementView;
}) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  return (
    <span className={styles.quiet}>
      {validFrom && Date.parse(validFrom) > Date.now() && (
        <> · {t('requirement.from', { day: dayText(validFrom) })}</>
      )}
      {validTo && <> · {t('requirement.until', { day: lastDayText(validTo) })}</>}
      {exceptOccupations.length > 0 && (
        <>
          {' '}
          ·{' '}
          {t('requirement.except', {
            occupations: exceptOccupations.map((code) => nameOf(code, true)).join(', '),
          })}
        </>
      )}
    </span>
  );
}
