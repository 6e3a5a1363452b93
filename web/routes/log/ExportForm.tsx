import { BodyLong, Button, Heading } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DaySearch } from '../../ui/DaySearch.tsx';
import { nextDay } from '../../ui/day.ts';
import styles from './log.module.css';

/** The auditor's bundle: the whole log with its summary, or a part of it. The download is the browser's own. */
export function ExportForm() {
  const { t } = useTranslation();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const query = new URLSearchParams([
    ...(from ? [['from', from]] : []),
    ...(to ? [['to', nextDay(to)]] : []),
  ]);
  return (
    <section>
      <Heading level="2" size="small">
        {t('verify.export')}
      </Heading>
      <BodyLong spacing>{t('verify.exportText')}</BodyLong>
      <div className={styles.form}>
        <DaySearch label={t('verify.exportFrom')} value={from} onChange={setFrom} />
        <DaySearch label={t('verify.exportTo')} value={to} onChange={setTo} />
        <Button as="a" href={`/api/v1/log/export${query.size > 0 ? `?${query}` : ''}`} download>
          {from || to ? t('verify.exportPart') : t('verify.exportAll')}
        </Button>
      </div>
    </section>
  );
}
