import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { Heading, Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { AuthorisationView, PersonView, ReactionView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { dayText } from '../../ui/day.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './people.module.css';
import { type Span, spanOf, standing, usePeriodText } from './period.ts';
import { StandingTag } from './StandingTag.tsx';
import { Track, Years } from './Timeline.tsx';

/** What gives the right to practise, what the authorities have taken of it, and what is left: on one axis, and in words. */
export function Authorisations({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const isManager = roles.includes('manager');
  return (
    <>
      {isManager && <Acts id={view.id} />}
      {view.authorisations.length + view.bans.length === 0 ? (
        <EmptyState text={t('authorisation.none')} />
      ) : (
        <OnAxis view={view} isManager={isManager} />
      )}
    </>
  );
}

function OnAxis({ view, isManager }: { view: PersonView; isManager: boolean }) {
  const { t } = useTranslation();
  const { authorisations, bans, practiceRights } = view;
  const span = spanOf([...authorisations, ...authorisations.flatMap(({ reactions }) => reactions), ...bans]);
  return (
    <>
      <p className={styles.quiet}>{t('person.axis')}</p>
      <ul className={styles.ties}>
        {practiceRights.length > 0 && <Rights rights={practiceRights} span={span} />}
        {authorisations.toReversed().map((held) => (
          <Held key={held.id} held={held} span={span} isManager={isManager} />
        ))}
        {bans.map((ban) => (
          <li key={ban.id}>
            <Reaction reaction={ban} />
            <Track span={span} bars={[{ ...ban, kind: 'struck' }]} />
          </li>
        ))}
      </ul>
      <Years span={span} />
    </>
  );
}

function Acts({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.acts}>
      <LinkButton to="/people/$id/authorisations/new" params={{ id }} variant="secondary">
        {t('authorisation.begin')}
      </LinkButton>
      <LinkButton to="/people/$id/bans/new" params={{ id }} variant="tertiary" data-color="danger">
        {t('ban.begin')}
      </LinkButton>
    </p>
  );
}

function Rights({ rights, span }: { rights: PersonView['practiceRights']; span: Span }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const periodText = usePeriodText();
  const professions = [...new Set(rights.map(({ profession }) => profession))];
  return professions.map((code) => {
    const own = rights.filter(({ profession }) => profession === code);
    return (
      <li key={code}>
        <Heading level="2" size="xsmall">
          {t('authorisation.mayPractise', { profession: nameOf(code, true) })}
        </Heading>
        {own.map((right) => (
          <p key={right.validFrom}>{periodText(right)}</p>
        ))}
        <Track span={span} bars={own.map((right) => ({ ...right, kind: 'right' }))} />
      </li>
    );
  });
}

function Held({ held, span, isManager }: { held: AuthorisationView; span: Span; isManager: boolean }) {
  const { t } = useTranslation();
  const nameOf = useOccupationNames();
  const periodText = usePeriodText();
  const struck = held.reactions.map((reaction) => ({ ...reaction, kind: 'struck' as const }));
  return (
    <li>
      <div className={styles.head}>
        <Heading level="2" size="xsmall">
          {t(`approvalType.${held.approvalType}`)}, {nameOf(held.profession, true)}
        </Heading>
        <HeldTag held={held} />
      </div>
      <p>{periodText(held)}</p>
      <Track span={span} bars={[{ ...held, kind: 'held' }, ...struck]} />
      <Grounds held={held} />
      {held.reactions.map((reaction) => (
        <Reaction key={reaction.id} reaction={reaction} />
      ))}
      {isManager && <BeginReaction held={held} />}
    </li>
  );
}

/** On what terms, and who looked where. */
function Grounds({ held: { conditions, evidence } }: { held: AuthorisationView }) {
  const { t } = useTranslation();
  const { source, checkedAt, note } = evidence;
  return (
    <Facts
      facts={[
        [t('authorisation.conditions'), conditions],
        [t('authorisation.evidence'), t('authorisation.checked', { source, day: dayText(checkedAt) })],
        [t('authorisation.note'), note],
      ]}
    />
  );
}

function BeginReaction({ held: { personId, id } }: { held: AuthorisationView }) {
  const { t } = useTranslation();
  return (
    <LinkButton
      to="/people/$id/authorisations/$authorisationId/reactions/new"
      params={{ id: personId, authorisationId: id }}
      size="small"
      variant="secondary"
      data-color="neutral"
    >
      {t('reaction.begin')}
    </LinkButton>
  );
}

/** While a reaction stands, that is what the authorisation is: its own period alone would say too much. */
function HeldTag({ held }: { held: AuthorisationView }) {
  const { t } = useTranslation();
  const standsNow = held.reactions.find((reaction) => standing(reaction) === 'now');
  if (!standsNow) return <StandingTag period={held} />;
  return (
    <Tag
      size="small"
      variant="moderate"
      data-color="warning"
      icon={<ExclamationmarkTriangleIcon aria-hidden />}
    >
      {t(`reactionKind.${standsNow.kind}`)}
    </Tag>
  );
}

function Reaction({ reaction }: { reaction: ReactionView }) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  return (
    <div className={styles.reaction}>
      <p>
        <strong>{t(`reactionKind.${reaction.kind}`)}</strong> <StandingTag period={reaction} />
      </p>
      <p>
        {periodText(reaction)}. {t('reaction.known', { day: dayText(reaction.knownFrom) })}
        {reaction.taskIds.length > 0 && ` ${t('reaction.tasks', { count: reaction.taskIds.length })}`}
      </p>
      <p className={styles.text}>{reaction.note}</p>
    </div>
  );
}
