import { Select, type SelectProps } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { areas } from './words.ts';

export function AreaSelect({ none, ...field }: Omit<SelectProps, 'children'> & { none?: string }) {
  const { t } = useTranslation();
  return (
    <Select {...field}>
      <option value="">{none ?? t('task.chooseArea')}</option>
      {areas.map((code) => (
        <option key={code} value={code}>
          {t(`area.${code}`)}
        </option>
      ))}
    </Select>
  );
}
