import { DownloadIcon, FileTextIcon } from '@navikt/aksel-icons';
import { Button, Heading } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { CompetenceRecordView, EvidenceView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { Answered } from '../../ui/Answered.tsx';
import { momentText } from '../../ui/day.ts';
import { More } from '../../ui/More.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import { evidenceOf } from './queries.ts';
import styles from './records.module.css';

/** The files that the record rests on: handed out as they came, never changed, and erased only with a reason. */
export function Evidence({ view }: { view: CompetenceRecordView }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(evidenceOf(view.id));
  const isHidden = query.error instanceof ApiProblem && query.error.status === 403;
  return (
    <section className={styles.section}>
      <Heading level="2" size="small">
        {t('evidence.title')}
      </Heading>
      {isHidden ? (
        <p>{t('evidence.hidden')}</p>
      ) : (
        <Answered query={query}>
          {(found) =>
            found.length === 0 ? (
              <p>{t('evidence.none')}</p>
            ) : (
              <ul className={styles.files}>
                {found.map((file) => (
                  <File key={file.id} file={file} mayErase={view.can.erasure} />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
      <More query={query} />
      {view.can.evidence && <AddEvidence recordId={view.id} />}
    </section>
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

function File({ file, mayErase }: { file: EvidenceView; mayErase: boolean }) {
  const { t } = useTranslation();
  const { name, size, addedAt, addedBy, erased } = file;
  return (
    <li>
      <FileTextIcon aria-hidden fontSize="1.5rem" />
      <div className={styles.file}>
        <strong>{name}</strong>
        <small>
          {sizeText(size)}, {momentText(addedAt)} {addedBy && t('life.by', { name: addedBy.name })}
        </small>
        {erased && (
          <p>
            {t('evidence.erased', {
              moment: momentText(erased.at),
              name: erased.by?.name ?? '',
              reason: erased.reason,
            })}
          </p>
        )}
      </div>
      {!erased && <Download file={file} />}
      {!erased && mayErase && <Erase file={file} />}
    </li>
  );
}

function Download({ file: { id, name } }: { file: EvidenceView }) {
  const { t } = useTranslation();
  return (
    <Button
      as="a"
      role="link"
      href={`/api/v1/evidence/${id}/content`}
      download
      size="small"
      variant="secondary"
      data-color="neutral"
      icon={<DownloadIcon aria-hidden />}
      aria-label={t('evidence.downloadOf', { name })}
    >
      {t('evidence.download')}
    </Button>
  );
}

function Erase({ file: { id, name } }: { file: EvidenceView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const erase = useAct({
    send: (reason: string) =>
      answerOf(api.POST('/api/v1/evidence/{id}/erasure', { params: { path: { id } }, body: { reason } })),
    done: () => t('evidence.erasedDone', { name }),
  });
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        data-color="danger"
        onClick={() => setAsking(true)}
        aria-label={t('evidence.eraseOf', { name })}
      >
        {t('evidence.erase')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('evidence.erase')}
          text={t('evidence.eraseText', { name })}
          verb={t('evidence.erase')}
          act={erase}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
