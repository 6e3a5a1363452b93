import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TeachingDetailView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { momentText } from '../../ui/day.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import styles from '../delegations/delegations.module.css';
import { Acts } from './Acts.tsx';
import { People } from './People.tsx';
import { teaching } from './queries.ts';
import { teachingRoute } from './routes.ts';
import { TeachingTag } from './TeachingTag.tsx';
import own from './teaching.module.css';
import { timeText } from './time.ts';

/** One event: when, where, what it gives; who is to come, who came. */
export function TeachingPage() {
  const { t } = useTranslation();
  const { id } = teachingRoute.useParams();
  const query = useQuery(teaching(id));
  return (
    <Page title={query.data?.title ?? t('teaching.one')}>
      <Answered query={query}>
        {(view) => (
          <>
            <Told view={view} />
            <Acts view={view} />
            <People view={view} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Told({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const { status, kind, mine, cancellation } = view;
  return (
    <>
      <p className={styles.parties}>
        <TeachingTag status={status} />
        <span>{t(`teaching.kind.${kind}`)}</span>
        {mine.participation && <strong>{t(`teaching.mine.${mine.participation}`)}</strong>}
      </p>
      {cancellation && (
        <p>
          {t('teaching.cancelledAt', { moment: momentText(cancellation.at) })} {cancellation.reason}
        </p>
      )}
      <Details view={view} />
    </>
  );
}

function Details({ view }: { view: TeachingDetailView }) {
  const { t } = useTranslation();
  const { startsAt, endsAt, place, heldBy, topics, gives, open, mine } = view;
  return (
    <div className={own.told}>
      <Facts
        facts={[
          [t('teaching.when'), timeText(startsAt, endsAt)],
          [t('teaching.place'), place],
          [t('teaching.heldBy'), heldBy.name],
          [t('teaching.topics'), topics.join('\n')],
          [
            t('teaching.gives'),
            gives.map(({ competence, levelName }) => `${competence.name} (${levelName})`).join('\n') ||
              t('teaching.givesNothing'),
          ],
          [t('teaching.signUpTitle'), t(open ? 'teaching.openToAll' : 'teaching.byInvitation')],
          [t('teaching.myAttendance'), mine.attendance && t(`teaching.attendance.${mine.attendance}`)],
        ]}
      />
    </div>
  );
}
