import { Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EngagementView, PersonView } from '../../api/schema.ts';
import { useSession } from '../../app/session.ts';
import { allPeople } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useOccupationNames } from '../delegations/occupations.ts';
import styles from './people.module.css';
import { type Span, spanOf, standing, usePeriodText } from './period.ts';
import { roleDescriptions } from './queries.ts';
import { StandingTag } from './StandingTag.tsx';
import { Track, Years } from './Timeline.tsx';

/** What ties the person to the clinic, the newest first: each on the same axis of time, and in words. */
export function Engagements({ view }: { view: PersonView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { engagements } = view;
  const span = spanOf(engagements);
  return (
    <>
      {roles.includes('manager') && (
        <p>
          <LinkButton to="/people/$id/engagements/new" params={{ id: view.id }} variant="secondary">
            {t('engagement.begin')}
          </LinkButton>
        </p>
      )}
      {engagements.length === 0 ? (
        <EmptyState text={t('engagement.none')} />
      ) : (
        <>
          <p className={styles.quiet}>{t('person.axis')}</p>
          <ul className={styles.ties}>
            {engagements.toReversed().map((tie) => (
              <Tie key={tie.id} tie={tie} view={view} span={span} />
            ))}
          </ul>
          <Years span={span} />
        </>
      )}
    </>
  );
}

function Tie({ tie, view, span }: { tie: EngagementView; view: PersonView; span: Span }) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const { roles } = useSession();
  const nameOf = useOccupationNames();
  const practises = view.practiceRights.some(
    (right) => right.profession === tie.occupation && standing(right) === 'now',
  );
  return (
    <li>
      <div className={styles.head}>
        <Heading level="2" size="xsmall">
          {nameOf(tie.occupation, practises)}, {t(`engagementKind.${tie.kind}`)}
        </Heading>
        <StandingTag period={tie} />
      </div>
      <p>{periodText(tie)}</p>
      <Track span={span} bars={[{ ...tie, kind: 'held' }]} />
      <Terms tie={tie} />
      {roles.includes('manager') && standing(tie) !== 'over' && <End id={tie.id} personId={view.id} />}
    </li>
  );
}

function End({ id, personId }: { id: string; personId: string }) {
  const { t } = useTranslation();
  return (
    <LinkButton
      to="/people/$id/engagements/$engagementId/end"
      params={{ id: personId, engagementId: id }}
      size="small"
      variant="secondary"
      data-color="neutral"
    >
      {t('engagement.end')}
    </LinkButton>
  );
}

function Terms({ tie: { roleDescriptionId, supervisorId, endReason } }: { tie: EngagementView }) {
  const { t } = useTranslation();
  const descriptions = useQuery({ ...roleDescriptions(), enabled: roleDescriptionId !== null });
  const people = useQuery({ ...allPeople(), enabled: supervisorId !== null });
  const title = descriptions.data?.items.find(({ id }) => id === roleDescriptionId)?.name;
  const supervisor = people.data?.find(({ id }) => id === supervisorId)?.name;
  return (
    <>
      {title && <p>{t('engagement.by', { title })}</p>}
      {supervisor && <p>{t('engagement.under', { name: supervisor })}</p>}
      {endReason && <p>{t('engagement.ended', { reason: endReason })}</p>}
    </>
  );
}
