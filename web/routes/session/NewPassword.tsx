import { TextField, type TextFieldProps } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';

/** A password that is chosen now; how long it must be is the API's to say. */
export function NewPassword(field: Omit<TextFieldProps, 'label'>) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('session.password')}
      description={t('session.passwordHint')}
      type="password"
      autoComplete="new-password"
      {...field}
    />
  );
}
