import { Button, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { LogEntryWithBytesView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { NotFound } from '../../app/NotFound.tsx';
import { useSession } from '../../app/session.ts';
import { Answered } from '../../ui/Answered.tsx';
import { momentText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from './log.module.css';
import { Payload } from './Payload.tsx';
import { logEntry } from './queries.ts';
import { logEntryRoute } from './routes.ts';
import { typeText } from './words.ts';

/** One entry in full: in words, as it was written, and what it takes to check it. */
export function LogEntryPage() {
  const { seq } = logEntryRoute.useParams();
  return /^\d{1,15}$/.test(seq) ? <Entry seq={Number(seq)} /> : <NotFound />;
}

function Entry({ seq }: { seq: number }) {
  const { t } = useTranslation();
  const query = useQuery(logEntry(seq));
  const title = query.data ? typeText(query.data.type, t) : t('log.entry');
  return (
    <Page title={title}>
      <Answered query={query}>{(entry) => <Told entry={entry} />}</Answered>
      <p className={styles.back}>
        <Link to="/log">{t('log.back')}</Link>
      </p>
    </Page>
  );
}

function Told({ entry }: { entry: LogEntryWithBytesView }) {
  const { t } = useTranslation();
  const { seq, at, type, actor, named, payload, erased } = entry;
  return (
    <>
      <dl className={styles.facts}>
        <Fact label={t('log.numberLabel')}>{seq}</Fact>
        <Fact label={t('log.at')}>{momentText(at)}</Fact>
        <Fact label={t('log.actor')}>{actor.name ?? t('log.nobody')}</Fact>
        {named.length > 0 && <About named={named} />}
        <Fact label={t('log.typeLabel')}>
          <code>{type}</code>
        </Fact>
      </dl>
      {erased && <Erased erased={erased} />}
      {payload && <Payload payload={payload} />}
      <Proof entry={entry} />
      <Erase entry={entry} />
    </>
  );
}

function About({ named }: Pick<LogEntryWithBytesView, 'named'>) {
  const { t } = useTranslation();
  return (
    <Fact label={t('log.about')}>
      <ul className={styles.about}>
        {named.map((subject) => (
          <li key={subject.id}>
            {subject.name} <span>({t(`log.kind.${subject.kind}`)})</span> <Narrow subject={subject} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function Erased({ erased: { at, by, reason } }: { erased: NonNullable<LogEntryWithBytesView['erased']> }) {
  const { t } = useTranslation();
  return <p>{t('log.erasedBy', { day: momentText(at), name: by.name ?? t('log.nobody'), reason })}</p>;
}

const Fact = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Narrow({ subject: { kind, id } }: { subject: LogEntryWithBytesView['named'][number] }) {
  const { t } = useTranslation();
  if (kind !== 'person' && kind !== 'task') return null;
  return (
    <Link to="/log" search={kind === 'person' ? { personId: id } : { taskId: id }}>
      {t('log.allAbout')}
    </Link>
  );
}

/** What is needed to check the entry without us. */
function Proof({ entry: { seq, payloadHash, bytes, salt } }: { entry: LogEntryWithBytesView }) {
  const { t } = useTranslation();
  return (
    <details className={styles.proofs}>
      <summary>{t('log.proof')}</summary>
      <p>{t('log.proofText')}</p>
      <p>
        <a href={`/api/v1/log/${seq}/proof`} download={`oppfoering-${seq}.tlog-proof`}>
          {t('log.proofFile')}
        </a>
      </p>
      <dl className={styles.facts}>
        <Fact label={t('log.payloadHash')}>
          <code>{payloadHash}</code>
        </Fact>
        {salt && (
          <Fact label={t('log.salt')}>
            <code>{salt}</code>
          </Fact>
        )}
        <Fact label={t('log.bytes')}>
          <code>{bytes}</code>
        </Fact>
      </dl>
    </details>
  );
}

/** Data protection: what law does not keep can be erased; the entry itself stays. */
function Erase({ entry: { seq, payload } }: { entry: LogEntryWithBytesView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [asked, setAsked] = useState(false);
  const act = useErasure(seq);
  if (!payload || !roles.includes('administrator')) return null;
  return (
    <section>
      <Heading level="2" size="small">
        {t('log.erasure')}
      </Heading>
      <p>{t('log.erasureText')}</p>
      <Button variant="secondary" data-color="danger" size="small" onClick={() => setAsked(true)}>
        {t('log.erase')}
      </Button>
      {asked && (
        <ReasonDialog
          title={t('log.erasure')}
          text={t('log.erasureReason')}
          verb={t('log.erase')}
          act={act}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}

function useErasure(seq: number) {
  const { t } = useTranslation();
  return useAct({
    send: (reason: string) =>
      answerOf(api.POST('/api/v1/log/{seq}/erasure', { params: { path: { seq } }, body: { reason } })),
    done: () => t('log.erasureDone'),
  });
}
