import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageView, NamedView, SuggestionsView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './people.module.css';
import { coverage, suggestionsFor } from './queries.ts';

interface Missing {
  readonly task: NamedView;
  /** Who lost it. */
  readonly without: ReadonlySet<string>;
  readonly isOpen: boolean;
}

/** A task that somebody can no longer do; asked about only when it is opened. */
export function Replacement({ task, without, isOpen }: Missing) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details
      className={styles.replace}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{task.name}</summary>
      {open && <WhoInstead task={task} without={without} />}
    </details>
  );
}

function WhoInstead({ task, without }: Omit<Missing, 'isOpen'>) {
  const { t } = useTranslation();
  const { person } = useSession();
  const covered = useQuery(coverage());
  const suggested = useQuery(suggestionsFor(task.id));
  return (
    <div>
      <Answered query={covered}>
        {(week) => (
          <People
            title={t('replace.can')}
            none={t('replace.nobodyCan')}
            people={whoCan(week, task.id).filter(({ id }) => !without.has(id))}
          />
        )}
      </Answered>
      <Answered query={suggested}>{(all) => <Suggested all={all} taskId={task.id} />}</Answered>
      <Link to="/duties/new" search={{ taskId: task.id }}>
        {t('replace.assign')}
      </Link>
      {person && (
        <Link to="/delegations/new" search={{ taskId: task.id }}>
          {t('delegations.begin')}
        </Link>
      )}
    </div>
  );
}

/** Everybody who may do it on some day of the coming week. */
function whoCan({ people, tasks }: CoverageView, taskId: string): NamedView[] {
  const days = tasks.find(({ task }) => task.id === taskId)?.days ?? [];
  const places = new Set(days.flatMap((day) => day.people));
  return people.filter((_person, place) => places.has(place));
}

function Suggested({ all: { delegators, trainable }, taskId }: { all: SuggestionsView; taskId: string }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  return (
    <>
      {delegators.length > 0 && (
        <Group title={t('replace.delegators')}>
          {delegators.map(({ person, profession }) => (
            <li key={`${person.id} ${profession}`}>
              <PersonLink person={person} />, {nameOf(profession, true)}
            </li>
          ))}
        </Group>
      )}
      {trainable.length > 0 && (
        <Group title={t('replace.trainable')}>
          {trainable.map(({ person, lacks }) => (
            <li key={person.id}>
              <PersonLink person={person} />: {lacks.map(({ detail }) => detail).join(' ')}{' '}
              <Link to="/training-plans/new" search={{ personId: person.id, taskId }}>
                {t('replace.train')}
              </Link>
            </li>
          ))}
        </Group>
      )}
    </>
  );
}

function People({ title, none, people }: { title: string; none: string; people: readonly NamedView[] }) {
  if (people.length === 0) return <p>{none}</p>;
  return (
    <Group title={title}>
      {people.map((person) => (
        <li key={person.id}>
          <PersonLink person={person} />
        </li>
      ))}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      <ul>{children}</ul>
    </section>
  );
}

const PersonLink = ({ person: { id, name } }: { person: NamedView }) => (
  <Link to="/people/$id" params={{ id }}>
    {name}
  </Link>
);
