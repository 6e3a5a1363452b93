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

export const area = (code: AreaCode, taskCodes: readonly string[]): TemplateArea => ({
  code,
  title: areaTitles[code],
  taskCodes,
});

export const codesOf = (tasks: readonly CatalogueTask[]): string[] => tasks.map(({ code }) => code);
