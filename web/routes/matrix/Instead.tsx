import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SuggestionsView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { dayText } from '../../ui/day.ts';
import { Refusals } from '../../ui/Refusals.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './matrix.module.css';
import { suggestions } from './queries.ts';

/** What could be done about it: who could delegate, what is lacking, and what is nearly there. */
export function Instead({ personId, taskId }: { personId: string; taskId: string }) {
  const { t } = useTranslation();
  const query = useQuery(suggestions({ personId, taskId }));
  return (
    <section className={styles.part}>
      <Heading level="3" size="xsmall">
        {t('suggestion.title')}
      </Heading>
      <Answered query={query}>
        {(found) => (
          <>
            <Delegators found={found} personId={personId} />
            <Lacks found={found} />
            <Near found={found} />
            <Link to="/duties/new" search={{ personId, taskId }}>
              {t('suggestion.assign')}
            </Link>
            <Link to="/training-plans/new" search={{ personId, taskId }}>
              {t('suggestion.train')}
            </Link>
          </>
        )}
      </Answered>
    </section>
  );
}

function Delegators({ found, personId }: { found: SuggestionsView; personId: string }) {
  const { t } = useTranslation();
  const me = useSession().person?.id;
  const nameOf = useOccupationNames();
  const { delegators, obstacles, task } = found;
  if (delegators.length === 0)
    return obstacles.length > 0 ? (
      <Refusals refusals={obstacles} title={t('suggestion.obstacles')} />
    ) : (
      <p>{t('suggestion.nobody')}</p>
    );
  return (
    <>
      <p>{t('suggestion.delegators')}</p>
      <ul>
        {delegators.map(({ person, profession }) => (
          <li key={`${person.id} ${profession}`}>
            {person.name} ({nameOf(profession, true)}){' '}
            {person.id === me && (
              <Link to="/delegations/new" search={{ taskId: task.id, delegateeId: personId }}>
                {t('suggestion.delegate')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Lacks({ found: { trainable, person } }: { found: SuggestionsView }) {
  const { t } = useTranslation();
  const mine = trainable.filter((one) => !person || one.person.id === person.id);
  if (mine.length === 0) return null;
  return (
    <>
      <p>{t('suggestion.trainable')}</p>
      <ul>
        {mine.flatMap(({ person: who, way, lacks }) =>
          lacks.map(({ code, detail, anyOf }) => (
            <li key={`${who.id} ${way} ${code} ${anyOf[0]?.id}`}>
              {detail}{' '}
              {anyOf.map(({ id, name }) => (
                <Link key={id} to="/competence-records/new" search={{ personId: who.id, competenceId: id }}>
                  {t('suggestion.register', { competence: name })}
                </Link>
              ))}
            </li>
          )),
        )}
      </ul>
    </>
  );
}

function Near({ found: { nearlyThere } }: { found: SuggestionsView }) {
  const { t } = useTranslation();
  if (nearlyThere.length === 0) return null;
  return (
    <>
      <p>{t('suggestion.near')}</p>
      <ul>
        {nearlyThere.map(({ recordId, kind, person, competence, expiredAt }) => (
          <li key={recordId}>
            <Link to="/competence-records/$id" params={{ id: recordId }}>
              {competence.name}
            </Link>
            , {person.name}: {t(`suggestion.nearKind.${kind}`)}
            {expiredAt && ` ${dayText(expiredAt)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
