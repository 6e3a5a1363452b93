import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../api/schema.ts';
import styles from './import.module.css';

const fields = [
  'person',
  'firstName',
  'lastName',
  'email',
  'hprNumber',
  'competence',
  'level',
  'achievedOn',
  'validTo',
  'validThrough',
  'assessedBy',
  'source',
  'note',
] as const satisfies readonly (keyof ImportView['mapping'])[];

interface Asked {
  readonly view: ImportView;
  readonly onChange: (mapping: Readonly<Record<string, number>>) => void;
}

/** Which column is which: guessed by the headings, and changed here; each change is tried at once. */
export function Columns({ view: { columns, missing }, onChange }: Asked) {
  const { t } = useTranslation();
  const choose = (column: number, field: string) => {
    const others = columns.filter((one) => one.field && one.field !== field && one.number !== column);
    onChange({
      ...Object.fromEntries(others.map((one) => [one.field, one.number])),
      ...(field && { [field]: column }),
    });
  };
  return (
    <details className={styles.columns} open={missing.length > 0 || undefined}>
      <summary>{t('import.columns', { count: columns.length })}</summary>
      {missing.length > 0 && (
        <p>
          {t('import.missingFields', {
            fields: missing.map((field) => t(`import.field.${field}`)).join(', '),
          })}
        </p>
      )}
      <div className={styles.selects}>
        {columns.map(({ number, heading, field }) => (
          <Select
            key={number}
            size="small"
            label={heading ?? t('import.column', { number })}
            value={field ?? ''}
            onChange={({ target }) => choose(number, target.value)}
          >
            <option value="">{t('import.notUsed')}</option>
            {fields.map((one) => (
              <option key={one} value={one}>
                {t(`import.field.${one}`)}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </details>
  );
}
