import { Checkbox, CheckboxGroup } from '@navikt/ds-react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../app/session.ts';
import { DayField } from '../../ui/DayField.tsx';
import { endOfDay, isoDay } from '../../ui/day.ts';
import { fieldsOf } from '../../ui/form.tsx';

const roles = ['staff', 'manager', 'auditor', 'administrator'] as const;

export interface RoleValues {
  roles: Role[];
  /** As typed; empty for no end. */
  auditorUntil: string;
}

/** Which roles, and for an auditor how long. */
export function RoleFields<Values extends RoleValues>({ form }: { form: UseFormReturn<Values> }) {
  const { t } = useTranslation();
  const own = form as unknown as UseFormReturn<RoleValues>;
  const field = fieldsOf(own);
  return (
    <>
      <Roles form={own} />
      {own.watch('roles').includes('auditor') && (
        <DayField
          label={t('member.auditorUntil')}
          {...field('auditorUntil', {
            validate: (typed) => typed === '' || isoDay(typed) !== null || t('form.notADay'),
          })}
        />
      )}
    </>
  );
}

function Roles({ form }: { form: UseFormReturn<RoleValues> }) {
  const { t } = useTranslation();
  return (
    <Controller
      control={form.control}
      name="roles"
      rules={{ validate: (chosen) => chosen.length > 0 || t('member.roleMissing') }}
      render={({ field: { value, onChange }, fieldState }) => (
        <CheckboxGroup
          id="roles"
          tabIndex={-1}
          legend={t('member.roles')}
          value={value}
          onChange={onChange}
          error={fieldState.error?.message}
        >
          {roles.map((role) => (
            <Checkbox key={role} value={role} description={t(`roleHint.${role}`)}>
              {t(`role.${role}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    />
  );
}

/** As the API takes it: an end only together with the role it ends. */
export const rolesIn = ({ roles: chosen, auditorUntil }: RoleValues) => ({
  roles: chosen,
  auditorUntil: chosen.includes('auditor') && auditorUntil ? endOfDay(auditorUntil) : null,
});
