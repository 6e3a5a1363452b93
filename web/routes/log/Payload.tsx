import { Heading } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../ui/day.ts';
import styles from './log.module.css';

type Value = unknown;

/** What the entry says, field by field, as it was written: names of fields are those of the API. */
export function Payload({ payload }: { payload: Readonly<Record<string, Value>> }) {
  const { t } = useTranslation();
  return (
    <section>
      <Heading level="2" size="small">
        {t('log.payload')}
      </Heading>
      <Fields of={payload} />
    </section>
  );
}

const Fields = ({ of }: { of: Readonly<Record<string, Value>> }) => (
  <dl className={styles.payload}>
    {Object.entries(of).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <Shown value={value} />
        </dd>
      </div>
    ))}
  </dl>
);

function Shown({ value }: { value: Value }) {
  if (value === null) return <>–</>;
  if (Array.isArray(value))
    return (
      <ul className={styles.list}>
        {[...value.entries()].map(([place, one]) => (
          <li key={`${place}`}>
            <Shown value={one} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'object') return <Fields of={value as Record<string, Value>} />;
  const text = String(value);
  return <>{/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? momentText(text) : text}</>;
}
