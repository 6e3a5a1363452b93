import { Switch } from '@navikt/ds-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DelegationView, TaskView } from '../../../api/schema.ts';
import { More } from '../../../ui/More.tsx';
import { task, tasks } from '../queries.ts';
import { Choice, type Option } from './Choice.tsx';
import { Ground } from './Ground.tsx';
import type { StepProps } from './Wizard.tsx';

/** Which task, and by which profession's own right; the list begins with what that profession holds. */
export function What({ form, delegatorId }: StepProps) {
  const { t } = useTranslation();
  const [q, search] = useState('');
  const [ownOnly, narrow] = useState(true);
  const { taskId, profession } = form.watch();
  const chosen = useQuery({ ...task(taskId), enabled: taskId !== '' }).data;
  const optionOf = ({ id, name, area }: TaskView): Option => ({ id, name, more: t(`area.${area}`) });
  const query = useTasks(q, ownOnly ? profession : '');
  return (
    <>
      <Ground form={form} delegatorId={delegatorId} />
      <Switch checked={ownOnly} onChange={() => narrow(!ownOnly)}>
        {t('delegate.ownOnly')}
      </Switch>
      <Choice
        form={form}
        name="taskId"
        legend={t('delegate.what')}
        missing={t('delegate.whatMissing')}
        search={t('delegate.searchTasks')}
        q={q}
        onSearch={search}
        query={query}
        found={(query.data ?? []).map(optionOf)}
        chosen={chosen && optionOf(chosen)}
      />
      <More query={query} />
    </>
  );
}

/** Found by a part of the name; with a profession, only what it holds by its own right. */
function useTasks(q: string, profession: string) {
  const held = profession ? (profession as DelegationView['profession']) : undefined;
  return useInfiniteQuery(tasks(useDeferredValue(q), held));
}
