import {
  CalendarIcon,
  CheckmarkCircleIcon,
  ClockDashedIcon,
  MinusCircleIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../api/schema.ts';

const shapes = {
  coming: { icon: CalendarIcon, color: 'info' },
  'in-force': { icon: CheckmarkCircleIcon, color: 'success' },
  withdrawn: { icon: XMarkOctagonIcon, color: 'danger' },
  relinquished: { icon: MinusCircleIcon, color: 'neutral' },
  lapsed: { icon: MinusCircleIcon, color: 'neutral' },
  expired: { icon: ClockDashedIcon, color: 'neutral' },
} as const;

/** Where an approval stands: by word and sign, and colour besides. */
export function ApprovalTag({ status }: { status: ApprovalView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = shapes[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`approval.status.${status}`)}
    </Tag>
  );
}
