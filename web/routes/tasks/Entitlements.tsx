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
  return (
    <fieldset className={styles.rows} id="entitlements">
      <legend className="aksel-label">{t('task.byRight')}</legend>
      {fields.map(({ id }, i) => (
        <Entitlement key={id} form={own} place={i} onRemove={() => remove(i)} />
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

interface Line {
  readonly form: UseFormReturn<EntitlementValues>;
  readonly place: number;
  readonly onRemove: () => void;
}

function Entitlement({ form, place, onRemove }: Line) {
  const { t } = useTranslation();
  const field = fieldsOf(form);
  const no = place + 1;
  return (
    <div className={styles.row}>
      <OccupationSelect
        label={t('task.occupationNo', { no })}
        {...field(`entitlements.${place}.occupation`, { required: t('task.occupationMissing') })}
      />
      <Checkbox {...form.register(`entitlements.${place}.mayDelegate`)}>{t('task.mayLeave')}</Checkbox>
      <Button
        type="button"
        variant="tertiary"
        data-color="neutral"
        icon={<TrashIcon title={t('task.removeOccupation', { no })} />}
        onClick={onRemove}
      />
    </div>
  );
}

/** The form has seen to it that each is chosen. */
export const entitledIn = ({ entitlements }: EntitlementValues): Entitle[] =>
  entitlements.flatMap(({ occupation, mayDelegate }) => (occupation ? [{ occupation, mayDelegate }] : []));
