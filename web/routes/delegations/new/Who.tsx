import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allPeople } from '../../../ui/choices.ts';
import { Choice, type Option } from './Choice.tsx';
import type { StepProps } from './Wizard.tsx';

/** To whom: everybody at the clinic but oneself. */
export function Who({ form, delegatorId }: StepProps) {
  const { t } = useTranslation();
  const [q, search] = useState('');
  const everybody = useQuery(allPeople());
  const options = everybody.data
    ?.filter(({ id }) => id !== delegatorId)
    .map(({ id, name, titleOn }): Option => ({ id, name, more: titleOn.title }));
  const wanted = q.trim().toLocaleLowerCase();
  const found = options?.filter(({ name, more }) => `${name} ${more}`.toLocaleLowerCase().includes(wanted));
  return (
    <Choice
      form={form}
      name="delegateeId"
      legend={t('delegate.who')}
      missing={t('delegate.whoMissing')}
      search={t('delegate.searchPeople')}
      q={q}
      onSearch={search}
      query={everybody}
      found={found ?? []}
      chosen={options?.find(({ id }) => id === form.watch('delegateeId'))}
    />
  );
}
