import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../../api/schema.ts';
import { useAct } from '../../app/act.ts';
import { DayField } from '../../ui/DayField.tsx';
import { endOfDay } from '../../ui/day.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { endDuty } from './queries.ts';

/** Ends now, or with a last day; a reason is always given. */
export function EndDuty({ duty, onClose }: { duty: DutyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, taskName: task, personName: person } = duty;
  const [lastDay, setLastDay] = useState('');
  const at = lastDay.trim() === '' ? null : endOfDay(lastDay);
  const isWrong = lastDay.trim() !== '' && at === null;
  const act = useAct({
    send: (reason: string) => endDuty(id, at ?? new Date().toISOString(), reason),
    done: () => t('duty.ended', { task, person }),
  });
  return (
    <ReasonDialog
      title={t('duty.end')}
      text={t('duty.endText', { task, person })}
      verb={t('duty.end')}
      act={act}
      onClose={onClose}
      isBlocked={isWrong}
    >
      <DayField
        label={t('duty.lastDay')}
        value={lastDay}
        error={isWrong && t('form.notADay')}
        onChange={({ target }) => setLastDay(target.value)}
      />
    </ReasonDialog>
  );
}
