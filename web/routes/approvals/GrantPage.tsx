import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../ui/Answered.tsx';
import { allTasks } from '../../ui/choices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { GrantForm } from './GrantForm.tsx';

/** A manager approves somebody to handle medicines in one task; only tasks of that kind can be chosen. */
export function GrantPage() {
  const { t } = useTranslation();
  const tasks = useQuery(allTasks());
  return (
    <Page title={t('approval.begin')} lead={t('approval.grantLead')}>
      <Answered query={tasks}>
        {(all) => {
          const medicine = all.filter(({ medicineHandling }) => medicineHandling);
          return medicine.length === 0 ? (
            <EmptyState text={t('approval.noTask')} />
          ) : (
            <GrantForm tasks={medicine} />
          );
        }}
      </Answered>
    </Page>
  );
}
