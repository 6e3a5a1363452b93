import { TextField, type TextFieldProps } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';

type Given = Omit<TextFieldProps, 'description' | 'inputMode' | 'type'>;

/** A day, typed as dd.mm.åååå; `isoDay` reads it. A text field: faster than a calendar, and the same for everybody. */
export function DayField(field: Given) {
  const { t } = useTranslation();
  return <TextField description={t('form.dayHint')} autoComplete="off" inputMode="numeric" {...field} />;
}
