import { useTranslation } from 'react-i18next';
import type { nb } from '../../texts/nb.ts';

/** ISO 8601: 1 Monday to 7 Sunday. */
export const week = [1, 2, 3, 4, 5, 6, 7] as const;

const names = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies readonly (keyof typeof nb.dayName)[];

export function useWeekdays(): (day: number) => string {
  const { t } = useTranslation();
  return (day) => t(`dayName.${names[day - 1] ?? 'mon'}`);
}
