import type { TaskView } from '../../api/schema.ts';

/** From the door inwards, as a clinic's work is told. */
export const areas = [
  'resepsjon',
  'laboratorium',
  'skiftestue',
  'tannhelse',
  'lege',
  'teknologi',
  'generelt',
] as const satisfies TaskView['area'][];

export const words = [
  'delegable',
  'reserved',
  'contested',
  'medicine-handling',
  'requiring',
  'national',
  'own',
] as const;

export type Area = (typeof areas)[number];
export type Kind = (typeof words)[number];

export interface Wanted {
  readonly q?: string;
  readonly area?: Area;
  readonly kind?: Kind;
  readonly occupation?: string;
}

/** What sets a task apart at a glance; that it can be delegated, or comes from the catalogue, is how it mostly is. */
export function kindsOf(task: TaskView): Kind[] {
  const holds: Readonly<Record<Kind, boolean>> = {
    delegable: false,
    reserved: task.reservedTo !== null,
    contested: task.contested,
    'medicine-handling': task.medicineHandling,
    requiring: task.requirements.length > 0,
    national: false,
    own: task.catalogueCode === null,
  };
  return words.filter((word) => holds[word]);
}
