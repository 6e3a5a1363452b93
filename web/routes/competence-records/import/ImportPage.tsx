import { DownloadIcon, UploadIcon } from '@navikt/aksel-icons';
import { Alert, Button, Heading, Select } from '@navikt/ds-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { asForm } from '../../../api/form.ts';
import type { ImportView } from '../../../api/schema.ts';
import { useAct } from '../../../app/act.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Page } from '../../../ui/Page.tsx';
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx';
import { Columns } from './Columns.tsx';
import styles from './import.module.css';
import { Rows } from './Rows.tsx';

interface Command {
  readonly file: File;
  readonly dryRun: boolean;
  /** Which column is which, by number; left out: guessed by the headings. */
  readonly mapping?: Readonly<Record<string, number>>;
  /** Of a workbook; left out: the first that holds anything. */
  readonly sheet?: string;
}

const send = (command: Command): Promise<ImportView> =>
  answerOf(api.POST('/api/v1/competence-records/import', asForm(command)));

/** Records out of a spreadsheet: first what would become of every row, then all of them or none. */
export function ImportPage() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  // As it was read last: it stays while it is read in another way, and so does the focus.
  const [view, setView] = useState<ImportView | null>(null);
  const trial = useAct({ send, onDone: setView });
  const record = useAct({
    send,
    done: ({ totals }) => t('import.done', { count: totals.new }),
    onDone: setView,
  });
  const choose = (chosen: File) => {
    record.reset();
    setFile(chosen);
    setView(null);
    trial.mutate({ file: chosen, dryRun: true });
  };
  return (
    <Page title={t('import.title')} lead={t('import.lead')}>
      <Choose chosen={file} isReading={trial.isPending} onChoose={choose} />
      {view?.dryRun && file && (
        <HowRead view={view} onChange={(read) => trial.mutate({ file, dryRun: true, ...read })} />
      )}
      <ProblemAlert problem={trial.error} />
      {view && file && !trial.error && (
        <>
          <Outcome
            view={view}
            isSending={record.isPending}
            onRecord={() => record.mutate({ file, dryRun: false, ...asRead(view) })}
          />
          <ProblemAlert problem={record.error} />
          <Rows view={view} />
        </>
      )}
    </Page>
  );
}

type Read = Pick<Command, 'mapping' | 'sheet'>;

/** As it was read: what is recorded is what has been seen. */
const asRead = ({ mapping, format: { sheet } }: ImportView): Read => ({
  mapping: Object.fromEntries(
    Object.entries(mapping).filter((entry): entry is [string, number] => entry[1] !== null),
  ),
  ...(sheet !== null && { sheet }),
});

/** Which sheet, and which column is which; each change is tried at once. */
function HowRead({ view, onChange }: { view: ImportView; onChange: (read: Read) => void }) {
  const { t } = useTranslation();
  const { sheet, sheets } = view.format;
  return (
    <>
      {sheets.length > 1 && (
        <Select
          className={styles.sheet}
          label={t('import.sheet')}
          value={sheet ?? ''}
          onChange={({ target }) => onChange({ sheet: target.value })}
        >
          {sheets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Columns view={view} onChange={(mapping) => onChange({ ...asRead(view), mapping })} />
    </>
  );
}

interface Chosen {
  readonly chosen: File | null;
  readonly isReading: boolean;
  readonly onChoose: (file: File) => void;
}

function Choose({ chosen, isReading, onChoose }: Chosen) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) onChoose(file);
    // The same file may be chosen again when it has been mended.
    if (input.current) input.current.value = '';
  };
  return (
    <div className={styles.choose}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx"
        aria-label={t('import.choose')}
        onChange={({ target }) => take(target.files?.[0])}
      />
      <Button
        variant={chosen ? 'secondary' : 'primary'}
        icon={<UploadIcon aria-hidden />}
        loading={isReading}
        onClick={() => input.current?.click()}
      >
        {chosen ? t('import.chooseAgain') : t('import.choose')}
      </Button>
      <Button
        as="a"
        role="link"
        href="/api/v1/competence-records/import/template"
        download
        variant="secondary"
        data-color="neutral"
        icon={<DownloadIcon aria-hidden />}
      >
        {t('import.template')}
      </Button>
      {chosen && <p>{chosen.name}</p>}
    </div>
  );
}

interface Told {
  readonly view: ImportView;
  readonly isSending: boolean;
  readonly onRecord: () => void;
}

/** What would become of them all, and the one button where nothing is in the way. */
function Outcome({ view: { totals, dryRun, missing }, isSending, onRecord }: Told) {
  const { t } = useTranslation();
  if (!dryRun)
    return (
      <div className={styles.outcome}>
        <Alert variant="success">{t('import.done', { count: totals.new })}</Alert>
        <LinkButton to="/competence-records" search={{ status: 'confirmed' }} variant="secondary">
          {t('import.toRecords')}
        </LinkButton>
      </div>
    );
  const inTheWay = totals.refused + totals.invalid;
  return (
    <section className={styles.outcome}>
      <Heading level="2" size="small">
        {t('import.outcome')}
      </Heading>
      <div role="status">
        {missing.length > 0 ? (
          <Alert variant="warning">{t('import.missing')}</Alert>
        ) : inTheWay > 0 ? (
          <Alert variant="warning">{t('import.inTheWay', { count: inTheWay })}</Alert>
        ) : totals.new === 0 ? (
          <Alert variant="info">{t('import.nothingNew')}</Alert>
        ) : (
          <Alert variant="success">{t('import.ready', { count: totals.new })}</Alert>
        )}
      </div>
      {missing.length === 0 && inTheWay === 0 && totals.new > 0 && (
        <Button loading={isSending} onClick={onRecord}>
          {t('import.record', { count: totals.new })}
        </Button>
      )}
    </section>
  );
}
