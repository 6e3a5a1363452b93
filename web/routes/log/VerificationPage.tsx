import { CheckmarkCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyLong, Button, Heading } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CheckpointWithLastSeenView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { momentText } from '../../ui/day.ts';
import { Page } from '../../ui/Page.tsx';
import { ExportForm } from './ExportForm.tsx';
import styles from './log.module.css';
import { checkpoint } from './queries.ts';
import { VerifyForm } from './VerifyForm.tsx';

/** Nobody needs to trust us: fetch the log, check it here without a network, and keep what is signed until next time. */
export function VerificationPage() {
  const { t } = useTranslation();
  const query = useQuery(checkpoint);
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')}>
      <div className={styles.steps}>
        <section>
          <Heading level="2" size="small">
            {t('verify.signed')}
          </Heading>
          <Answered query={query}>{(signed) => <Signed signed={signed} />}</Answered>
        </section>
        <ExportForm />
        <VerifyForm />
      </div>
      <p className={styles.back}>
        <Link to="/log">{t('log.back')}</Link>
      </p>
    </Page>
  );
}

function Signed({
  signed: { origin, size, root, note, vkeys, lastSeen },
}: {
  signed: CheckpointWithLastSeenView;
}) {
  const { t } = useTranslation();
  return (
    <>
      <BodyLong>{t('verify.signedText', { count: size })}</BodyLong>
      {lastSeen && (
        <div className={lastSeen.consistent ? styles.good : styles.bad}>
          <p className={styles.verdict}>
            {lastSeen.consistent ? (
              <CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />
            ) : (
              <XMarkOctagonIcon aria-hidden fontSize="1.5rem" />
            )}
            {lastSeen.consistent
              ? t('verify.stillThere', {
                  size: lastSeen.size,
                  day: lastSeen.seenAt ? momentText(lastSeen.seenAt) : '–',
                })
              : lastSeen.detail}
          </p>
        </div>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>{t('verify.origin')}</dt>
          <dd>
            <code>{origin}</code>
          </dd>
        </div>
        <div>
          <dt>{t('verify.root')}</dt>
          <dd>
            <code>{root}</code>
          </dd>
        </div>
        <div>
          <dt>{t('verify.keys')}</dt>
          <dd>
            {vkeys.map((key) => (
              <code key={key}>{key} </code>
            ))}
          </dd>
        </div>
      </dl>
      <p>
        <Button
          size="small"
          variant="secondary"
          data-color="neutral"
          onClick={() => save(`sjekkpunkt-${size}.txt`, note)}
        >
          {t('verify.keep')}
        </Button>
      </p>
    </>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
