import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from './DayField.tsx';
import { isoDay, writtenDay } from './day.ts';

interface Asked {
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly size?: 'small';
}

/** A day that narrows what is shown, typed as dd.mm.åååå; it counts as soon as it is a whole day of the calendar. */
export function DaySearch({ label, value, onChange, size }: Asked) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = typed ?? (value ? writtenDay(value) : '');
  const wrong = (left || typed === null) && shown.trim() !== '' && isoDay(shown) === null;
  const type = (text: string) => {
    setTyped(text);
    setLeft(false);
    const day = isoDay(text);
    if (text.trim() === '') onChange(undefined);
    else if (day) onChange(day);
  };
  return (
    <DayField
      label={label}
      size={size}
      value={shown}
      error={wrong && t('form.notADay')}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        setLeft(true);
        if (isoDay(shown)) setTyped(null);
      }}
    />
  );
}
