import { type Language, languages } from '../../law/legal-bases.js';

/** In which a verdict can be read. */
export type ReportLanguage = Language;

export const isReportLanguage = (text: string): text is ReportLanguage =>
  languages.some((language) => language === text);
