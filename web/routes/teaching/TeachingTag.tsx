import {
  CalendarIcon,
  CheckmarkCircleIcon,
  HourglassTopFilledIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import type { TeachingView } from '../../api/schema.ts';

const shapes = {
  planned: { icon: CalendarIcon, color: 'info' },
  ongoing: { icon: HourglassTopFilledIcon, color: 'warning' },
  held: { icon: CheckmarkCircleIcon, color: 'success' },
  cancelled: { icon: XMarkOctagonIcon, color: 'danger' },
} as const;

/** Where a teaching event stands: by word and sign, and colour besides. */
export function TeachingTag({ status }: { status: TeachingView['status'] }) {
  const { t } = useTranslation();
  const { icon: Icon, color } = shapes[status];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`teaching.status.${status}`)}
    </Tag>
  );
}
