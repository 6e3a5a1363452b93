import { CheckmarkCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyLong, Button, Heading, Textarea } from '@navikt/ds-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageInUse } from '../../app/language.ts';
import styles from './log.module.css';
import { type Verdict, verify } from './verifier.ts';

/** Checks a bundle or a receipt in this page; the file never leaves the machine. */
export function VerifyForm() {
  const { t } = useTranslation();
  const [held, setHeld] = useState('');
  const { input, missing, percent, verdict, choose, check } = useVerification(held);
  return (
    <section>
      <Heading level="2" size="small">
        {t('verify.check')}
      </Heading>
      <BodyLong spacing>{t('verify.checkText')}</BodyLong>
      <div className={styles.form}>
        <BundleFile input={input} missing={missing} onChoose={choose} />
        <HeldCheckpoint value={held} onChange={setHeld} />
        <Button onClick={check} loading={percent !== null}>
          {t('verify.verb')}
        </Button>
      </div>
      <div role="status" className={styles.result}>
        {percent !== null && t('verify.progress', { percent })}
        {verdict && <Result verdict={verdict} />}
      </div>
    </section>
  );
}

/** The file that is chosen, how far it is read, and what came of it. */
function useVerification(held: string) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<Verdict | 'failed' | null>(null);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setMissing(false);
    setVerdict(null);
  };
  const check = async () => {
    setMissing(file === null);
    if (!file) return input.current?.focus();
    setVerdict(null);
    setPercent(0);
    const checkpoint = held.trim() === '' ? undefined : `${held.trim()}\n`;
    const found = await verify({ file, checkpoint }, setPercent).catch((): 'failed' => 'failed');
    setPercent(null);
    setVerdict(found);
  };
  return { input, missing, percent, verdict, choose, check };
}

/** The checkpoint somebody has kept from before: with it, nothing can have been left out since. */
function HeldCheckpoint({ value, onChange }: { value: string; onChange: (typed: string) => void }) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('verify.held')}
      description={t('verify.heldText')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      minRows={3}
      spellCheck={false}
      className={styles.held}
    />
  );
}

interface Choice {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly missing: boolean;
  readonly onChoose: (file: File | null) => void;
}

function BundleFile({ input, missing, onChoose }: Choice) {
  const { t } = useTranslation();
  return (
    <div>
      <label className={styles.fileLabel} htmlFor="bundle">
        {t('verify.file')}
      </label>
      <input
        ref={input}
        id="bundle"
        className={styles.file}
        type="file"
        accept=".zip,.tlog-proof,application/zip"
        aria-invalid={missing}
        aria-describedby={missing ? 'bundle-error' : undefined}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
      {missing && (
        <p id="bundle-error" className={styles.error}>
          {t('verify.fileMissing')}
        </p>
      )}
    </div>
  );
}

function Result({ verdict }: { verdict: Verdict | 'failed' }) {
  const { t } = useTranslation();
  if (verdict === 'failed') return <p className={styles.bad}>{t('verify.failed')}</p>;
  const { ok, lines, firstBad } = verdict;
  const Icon = ok ? CheckmarkCircleIcon : XMarkOctagonIcon;
  return (
    <div className={ok ? styles.good : styles.bad}>
      <Heading level="3" size="xsmall" className={styles.verdict}>
        <Icon aria-hidden fontSize="1.5rem" />
        {ok ? t('verify.holds') : t('verify.holdsNot')}
      </Heading>
      {firstBad !== null && <p>{t('verify.firstBad', { seq: firstBad })}</p>}
      {lines[languageInUse()].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
