import { contains, type Period } from '../law/period.js';

/** On which days of the week somebody works, in a period; 1 Monday to 7 Sunday. */
export interface WorkingDays {
  readonly weekdays: readonly number[];
  readonly valid: Period;
}

/** Monday to Friday, where nothing is registered. */
export const usualWeekdays: readonly number[] = [1, 2, 3, 4, 5];

export const weekdaysAt = (registered: readonly WorkingDays[], at: number): readonly number[] =>
  registered.find(({ valid }) => contains(valid, at))?.weekdays ?? usualWeekdays;

/** Said wherever working days are shown: what they are not. */
export const whatWorkingDaysMean = {
  nb: 'Arbeidsdagene teller bare når dekningen regnes ut. De gir ingen rett til å gjøre en oppgave, og tar ingen.',
  nn: 'Arbeidsdagane tel berre når dekninga blir rekna ut. Dei gir ingen rett til å gjere ei oppgåve, og tek ingen.',
  en: 'Working days count only when coverage is reckoned. They give no right to do a task, and take none away.',
} as const;
