import { type Text, text } from '../law/legal-bases.js';
import type { AreaCode, CatalogueTask, TemplateArea } from './catalogue.types.js';

export const areaTitles: Readonly<Record<AreaCode, Text>> = {
  resepsjon: text('Resepsjonsarbeid', 'Resepsjonsarbeid', 'Reception'),
  laboratorium: text('Laboratoriearbeid', 'Laboratoriearbeid', 'Laboratory'),
  skiftestue: text('Skiftestuearbeid', 'Arbeid i skiftestova', 'Treatment room'),
  generelt: text('Generelt', 'Generelt', 'General'),
  tannhelse: text('Tannhelse', 'Tannhelse', 'Dental care'),
  lege: text('Legearbeid', 'Legearbeid', 'Medical work'),
  teknologi: text('Teknologi', 'Teknologi', 'Technology'),
};

/** As a clinic's work is told, from the door inwards; what is everybody's comes last. */
export const areasInOrder: readonly string[] = [
  'resepsjon',
  'laboratorium',
  'skiftestue',
  'tannhelse',
  'lege',
  'teknologi',
  'generelt',
] satisfies AreaCode[];

export const area = (code: AreaCode, taskCodes: readonly string[]): TemplateArea => ({
  code,
  title: areaTitles[code],
  taskCodes,
});

export const codesOf = (tasks: readonly CatalogueTask[]): string[] => tasks.map(({ code }) => code);
