import { UploadIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { asForm } from '../../api/form.ts';
import { useAct } from '../../app/act.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import styles from './records.module.css';

/** A picture from the phone or a document; sent as soon as it is chosen. */
export function AddEvidence({ recordId }: { recordId: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const add = useAct({
    send: (file: File) =>
      answerOf(
        api.POST('/api/v1/competence-records/{id}/evidence', {
          params: { path: { id: recordId } },
          ...asForm({ file }),
        }),
      ),
    done: ({ name }) => t('evidence.added', { name }),
  });
  const choose = (file: File | undefined) => {
    if (file) add.mutate(file);
    // The same file may be chosen again when what was wrong has been mended.
    if (input.current) input.current.value = '';
  };
  return (
    <div className={styles.add}>
      <ProblemAlert problem={add.error} />
      <p id="evidence-hint" className={styles.quiet}>
        {t('evidence.hint')}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/pdf,image/jpeg,image/png"
        aria-label={t('evidence.add')}
        onChange={({ target }) => choose(target.files?.[0])}
      />
      <Button
        variant="secondary"
        icon={<UploadIcon aria-hidden />}
        loading={add.isPending}
        aria-describedby="evidence-hint"
        onClick={() => input.current?.click()}
      >
        {t('evidence.add')}
      </Button>
    </div>
  );
}
