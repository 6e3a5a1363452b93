import { Day, Id, Instant, ListOf, Prose, Whole, Wholes } from '../http/fields.js';

const weekday = { min: 1, max: 7 };
const week = { max: 7, distinct: true };

/** It affects coverage only, never whether somebody may do a task. */
export class SetWorkingDays {
  /** From this day on; what stood from then on ends. Days that have passed may be told afterwards. */
  @Day() from: string;
  /** ISO 8601: 1 Monday to 7 Sunday, each once. None: the person works on no fixed day. */
  @Wholes(weekday, week) weekdays: number[];
}

export class WeekView {
  @Id() id: string;
  @Wholes(weekday, week) weekdays: number[];
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
}

/** On which days of the week a person works. It affects coverage only, never whether the person may do a task. */
export class WorkingDaysView {
  @Id() personId: string;
  @Whole({ min: 1 }) version: number;
  /** Now; Monday to Friday where nothing is registered. */
  @Wholes(weekday, week) weekdays: number[];
  /** What is registered, one after the other and never two at once; Monday to Friday holds before, between and after. */
  @ListOf(() => WeekView) items: WeekView[];
  /** What working days are not. */
  @Prose() note: string;
}
