import {
  CalendarIcon,
  CheckmarkCircleIcon,
  ClockDashedIcon,
  EyeIcon,
  HandShakeHeartIcon,
  MinusCircleIcon,
  SealCheckmarkIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { TrainingGoalView, TrainingPlanLineView } from '../../api/schema.ts';

const plans = {
  coming: { icon: CalendarIcon, color: 'info' },
  'in-force': { icon: CheckmarkCircleIcon, color: 'success' },
  completed: { icon: SealCheckmarkIcon, color: 'success' },
  cancelled: { icon: XMarkOctagonIcon, color: 'danger' },
  lapsed: { icon: MinusCircleIcon, color: 'neutral' },
  expired: { icon: ClockDashedIcon, color: 'neutral' },
} as const;

const goals = {
  open: { icon: CalendarIcon, color: 'neutral' },
  seen: { icon: EyeIcon, color: 'info' },
  practised: { icon: HandShakeHeartIcon, color: 'info' },
  mastered: { icon: SealCheckmarkIcon, color: 'success' },
  withdrawn: { icon: MinusCircleIcon, color: 'neutral' },
} as const;

/** Where a plan stands: by word and sign, and colour besides. */
export function PlanTag({ status }: { status: TrainingPlanLineView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = plans[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`training.status.${status}`)}
    </Tag>
  );
}

/** How far somebody has come with a goal. */
export function GoalTag({ status }: { status: TrainingGoalView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = goals[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`training.goal.${status}`)}
    </Tag>
  );
}
