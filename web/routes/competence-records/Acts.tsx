import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { CompetenceRecordView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import styles from './records.module.css';

const endings = ['rejection', 'withdrawal'] as const;
type Ending = (typeof endings)[number];

/** What the API says that the reader may do with it now. */
export function Acts({ view }: { view: CompetenceRecordView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Ending | null>(null);
  const { id, person, competence, can } = view;
  const names = { person: person.name, competence: competence.name };
  const confirm = useAct({
    send: () =>
      answerOf(api.POST('/api/v1/competence-records/{id}/confirmation', { params: { path: { id } } })),
    done: () => t('record.confirmed', names),
  });
  const allowed = endings.filter((ending) => can[ending]);
  if (!can.confirmation && allowed.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('delegation.acts')}>
      {can.confirmation && <p>{t('record.confirmText')}</p>}
      <ProblemAlert problem={confirm.error} />
      <div className={styles.acts}>
        {can.confirmation && (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('record.confirm')}
          </Button>
        )}
        {allowed.map((ending) => (
          <Button
            key={ending}
            variant="secondary"
            data-color={ending === 'rejection' ? 'danger' : 'neutral'}
            onClick={() => setOpen(ending)}
          >
            {t(`record.verb.${ending}`)}
          </Button>
        ))}
      </div>
      {open && <EndDialog view={view} ending={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

interface Asked {
  readonly view: CompetenceRecordView;
  readonly ending: Ending;
  readonly onClose: () => void;
}

function EndDialog({ view: { id, person, competence }, ending, onClose }: Asked) {
  const { t } = useTranslation();
  const names = { person: person.name, competence: competence.name };
  const act = useAct({
    send: (reason: string) => {
      const asked = { params: { path: { id } }, body: { reason } };
      return ending === 'rejection'
        ? answerOf(api.POST('/api/v1/competence-records/{id}/rejection', asked))
        : answerOf(api.POST('/api/v1/competence-records/{id}/withdrawal', asked));
    },
    done: () => t(`record.ended.${ending}`, names),
  });
  return (
    <ReasonDialog
      title={t(`record.verb.${ending}`)}
      text={t(`record.endText.${ending}`, names)}
      verb={t(`record.verb.${ending}`)}
      act={act}
      onClose={onClose}
    />
  );
}
