import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  FilesIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Button, Chips, Tag } from '@navikt/ds-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView, ImportView } from '../../../api/schema.ts';
import { dayText, lastDayText } from '../../../ui/day.ts';
import { importRoute, outcomes } from '../routes.ts';
import styles from './import.module.css';

const atOnce = 100;

/** Every row of the file and what becomes of it; with what is wrong, and where. */
export function Rows({ view: { rows, totals } }: { view: ImportView }) {
  const { t } = useTranslation();
  const { outcome } = importRoute.useSearch();
  const navigate = importRoute.useNavigate();
  const [shown, setShown] = useState(atOnce);
  if (rows.length === 0) return null;
  const wanted = rows.filter((row) => !outcome || row.outcome === outcome);
  const choose = (next: typeof outcome) => navigate({ search: { outcome: next }, replace: true });
  return (
    <>
      <Chips aria-label={t('import.filter')} className={styles.chips}>
        <Chips.Toggle selected={!outcome} onClick={() => choose(undefined)}>
          {t('import.all', { count: totals.rows })}
        </Chips.Toggle>
        {outcomes
          .filter((one) => totals[one] > 0)
          .map((one) => (
            <Chips.Toggle key={one} selected={outcome === one} onClick={() => choose(one)}>
              {`${t(`import.of.${one}`)} (${totals[one]})`}
            </Chips.Toggle>
          ))}
      </Chips>
      <ol className={styles.rows} aria-label={t('import.rows')}>
        {wanted.slice(0, shown).map((row) => (
          <OneRow key={row.number} row={row} />
        ))}
      </ol>
      {wanted.length > shown && (
        <Button variant="secondary" data-color="neutral" onClick={() => setShown(shown + atOnce)}>
          {t('app.more')}
        </Button>
      )}
    </>
  );
}

const shapes = {
  new: { icon: CheckmarkCircleIcon, color: 'success' },
  duplicate: { icon: FilesIcon, color: 'neutral' },
  refused: { icon: XMarkOctagonIcon, color: 'danger' },
  invalid: { icon: ExclamationmarkTriangleIcon, color: 'warning' },
} as const;

function OneRow({ row }: { row: ImportRowView }) {
  const { t } = useTranslation();
  const { number, outcome, person, competence, record } = row;
  const { icon: Icon, color } = shapes[outcome];
  return (
    <li>
      <span className={styles.number}>{t('import.row', { number })}</span>
      <span>
        <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
          {t(`import.of.${outcome}`)}
        </Tag>
      </span>
      <span>{person?.name}</span>
      <span>{[competence?.name, record?.levelName].filter(Boolean).join(', ')}</span>
      <span className={styles.number}>
        {record &&
          (record.validTo
            ? t('delegation.fromTo', { from: dayText(record.validFrom), to: lastDayText(record.validTo) })
            : t('delegation.fromOn', { from: dayText(record.validFrom) }))}
      </span>
      <Faults row={row} />
    </li>
  );
}

/** What is wrong with the row, and in which column. */
function Faults({ row: { errors, refusals, duplicateOfRow } }: { row: ImportRowView }) {
  const { t } = useTranslation();
  if (errors.length === 0 && refusals.length === 0 && !duplicateOfRow) return null;
  return (
    <div className={styles.faults}>
      {duplicateOfRow && <p>{t('import.sameAs', { row: duplicateOfRow })}</p>}
      {errors.map(({ field, code, detail }) => (
        <p key={`${field} ${code}`}>
          <strong>{t(`import.field.${field}`)}:</strong> {detail}
        </p>
      ))}
      {refusals.map(({ code, detail }) => (
        <p key={code}>{detail}</p>
      ))}
    </div>
  );
}
