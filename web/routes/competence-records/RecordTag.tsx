import {
  CheckmarkCircleIcon,
  ClockDashedIcon,
  HourglassTopFilledIcon,
  MinusCircleIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { CompetenceRecordView } from '../../api/schema.ts';

const shapes = {
  claimed: { icon: HourglassTopFilledIcon, color: 'warning' },
  confirmed: { icon: CheckmarkCircleIcon, color: 'success' },
  rejected: { icon: XMarkOctagonIcon, color: 'danger' },
  withdrawn: { icon: MinusCircleIcon, color: 'neutral' },
  expired: { icon: ClockDashedIcon, color: 'neutral' },
} as const;

/** Where a competence record stands: by word and sign, and colour besides. */
export function RecordTag({ status }: { status: CompetenceRecordView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = shapes[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`record.status.${status}`)}
    </Tag>
  );
}
