import {
  CheckmarkCircleIcon,
  ClockDashedIcon,
  HourglassTopFilledIcon,
  MinusCircleIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { DelegationView } from '../api/schema.ts';

const shapes = {
  proposed: { icon: HourglassTopFilledIcon, color: 'warning' },
  accepted: { icon: CheckmarkCircleIcon, color: 'success' },
  declined: { icon: XMarkOctagonIcon, color: 'danger' },
  revoked: { icon: XMarkOctagonIcon, color: 'danger' },
  withdrawn: { icon: MinusCircleIcon, color: 'neutral' },
  relinquished: { icon: MinusCircleIcon, color: 'neutral' },
  lapsed: { icon: MinusCircleIcon, color: 'neutral' },
  expired: { icon: ClockDashedIcon, color: 'neutral' },
} as const;

/** Where a delegation stands: by word and sign, and colour besides. */
export function StatusTag({ status }: { status: DelegationView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = shapes[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`status.${status}`)}
    </Tag>
  );
}
