import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button, Checkbox } from '@navikt/ds-react';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Entitle } from '../../api/schema.ts';
import { fieldsOf } from '../../ui/form.tsx';
import { OccupationSelect } from './OccupationSelect.tsx';
import styles from './tasks.module.css';

/** As it is typed: no occupation is chosen yet on a new line. */
export interface EntitlementValues {
  entitlements: { occupation: Entitle['occupation'] | ''; mayDelegate: boolean }[];
}

/** Which occupations hold the task in their own right, and which of them may leave it to others. */
export function Entitlements<Values extends EntitlementValues>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const own = form as unknown as UseFormReturn<EntitlementValues>;
  const { fields, append, remove } = useFieldArray({ control: own.control, name: 'entitlements' });
  const field = fieldsOf(own);
  return (
    <fieldset className={styles.rows} id="entitlements">
      <legend className="aksel-label">{t('task.byRight')}</legend>
      {fields.map(({ id }, i) => (
        <div key={id} className={styles.row}>
          <OccupationSelect
            label={t('task.occupationNo', { no: i + 1 })}
            {...field(`entitlements.${i}.occupation`, { required: t('task.occupationMissing') })}
          />
          <Checkbox {...own.register(`entitlements.${i}.mayDelegate`)}>{t('task.mayLeave')}</Checkbox>
          <Button
            type="button"
            variant="tertiary"
            data-color="neutral"
            icon={<TrashIcon title={t('task.removeOccupation', { no: i + 1 })} />}
            onClick={() => remove(i)}
          />
        </div>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-color="neutral"
          icon={<PlusIcon aria-hidden />}
          onClick={() => append({ occupation: '', mayDelegate: false })}
        >
          {t('task.addOccupation')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The form has seen to it that each is chosen. */
export const entitledIn = ({ entitlements }: EntitlementValues): Entitle[] =>
  entitlements.flatMap(({ occupation, mayDelegate }) => (occupation ? [{ occupation, mayDelegate }] : []));
