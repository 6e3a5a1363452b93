import {
  ArrowDownIcon,
  CheckmarkCircleIcon,
  ClockDashedIcon,
  HourglassTopFilledIcon,
  QuestionmarkDiamondIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import type { CompetenceCellView } from '../../api/schema.ts';
import { lastDayText } from '../../ui/day.ts';
import { Mark } from './Mark.tsx';

const signs = {
  valid: { icon: CheckmarkCircleIcon, tone: 'yes' },
  expiring: { icon: HourglassTopFilledIcon, tone: 'soon' },
  claimed: { icon: QuestionmarkDiamondIcon, tone: 'soon' },
  'too-low': { icon: ArrowDownIcon, tone: 'no' },
  expired: { icon: ClockDashedIcon, tone: 'no' },
  missing: { icon: XMarkOctagonIcon, tone: 'no' },
} as const;

/** What somebody masters, what runs out, and what is missing, in a word. What is expired and not required is no fault. */
export function HoldingMark({ cell }: { cell: CompetenceCellView }) {
  const { t } = useTranslation();
  const { icon, tone } = signs[cell.status];
  return (
    <Mark
      icon={icon}
      tone={tone === 'no' && cell.minLevel === null ? 'none' : tone}
      word={t(`holding.${cell.status}`)}
      more={cell.validTo && t('matrix.until', { day: lastDayText(cell.validTo) })}
    />
  );
}
