import { CalendarIcon, CheckmarkCircleIcon, ClockDashedIcon } from '@navikt/aksel-icons';
import { Tag } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { type Lasting, standing } from './period.ts';

const shapes = {
  ahead: { icon: CalendarIcon, color: 'neutral' },
  now: { icon: CheckmarkCircleIcon, color: 'success' },
  over: { icon: ClockDashedIcon, color: 'neutral' },
} as const;

/** Whether a period has come, is or has been: by word and sign. */
export function StandingTag({ period }: { period: Lasting }) {
  const { t } = useTranslation();
  const at = standing(period);
  const { icon: Icon, color } = shapes[at];
  return (
    <Tag size="small" variant="moderate" data-color={color} icon={<Icon aria-hidden />}>
      {t(`person.standing.${at}`)}
    </Tag>
  );
}
