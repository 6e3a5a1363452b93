import type { Text } from './legal-bases.js';

export interface Occupation {
  /** A § 48 group: practising it needs an authorisation or a licence. */
  readonly regulated: boolean;
  /** In training: receives tasks only for training (hpl-5). */
  readonly trainee: boolean;
  /** No longer given. */
  readonly retired: boolean;
  /** Shown with a valid authorisation, and for occupations without one. */
  readonly title: Text;
  /** Shown where there is no authorisation on the date: never a protected title (hpl-74). */
  readonly plainName: Text;
  readonly source: 'Volven 9060' | 'Fullmakt';
}

const unauthorised: Text = {
  nb: 'medarbeider uten autorisasjon',
  nn: 'medarbeidar utan autorisasjon',
  en: 'employee without authorisation',
};

/** A § 48 group. */
const group = (nb: string, nn: string, en: string, retired = false): Occupation => ({
  regulated: true,
  trainee: false,
  retired,
  title: { nb, nn, en },
  plainName: unauthorised,
  source: 'Volven 9060',
});

/** A code of the register that is no § 48 group. */
const outside = (nb: string, nn: string, en: string): Occupation => ({
  ...group(nb, nn, en),
  regulated: false,
  plainName: { nb, nn, en },
});

/** Own codes for people who are not in the register. */
const own = (nb: string, nn: string, en: string, trainee = false): Occupation => ({
  ...outside(nb, nn, en),
  trainee,
  source: 'Fullmakt',
});

export const occupations = {
  AA: group('ambulansearbeider', 'ambulansearbeidar', 'ambulance worker'),
  AT: group('apotektekniker', 'apotekteknikar', 'pharmacy technician'),
  AU: group('audiograf', 'audiograf', 'audiologist'),
  BI: group('bioingeniør', 'bioingeniør', 'biomedical laboratory scientist'),
  ET: group('ergoterapeut', 'ergoterapeut', 'occupational therapist'),
  FA1: group('provisorfarmasøyt', 'provisorfarmasøyt', 'pharmacist (master)'),
  FA2: group('reseptarfarmasøyt', 'reseptarfarmasøyt', 'pharmacist (bachelor)'),
  FB: outside('fiskehelsebiolog', 'fiskehelsebiolog', 'fish health biologist'),
  FO: group('fotterapeut', 'fotterapeut', 'podiatrist'),
  FT: group('fysioterapeut', 'fysioterapeut', 'physiotherapist'),
  HE: group('helsesekretær', 'helsesekretær', 'medical secretary'),
  HF: group('helsefagarbeider', 'helsefagarbeidar', 'healthcare worker'),
  HP: group('hjelpepleier', 'hjelpepleiar', 'auxiliary nurse'),
  JO: group('jordmor', 'jordmor', 'midwife'),
  KE: group('klinisk ernæringsfysiolog', 'klinisk ernæringsfysiolog', 'clinical nutritionist'),
  KI: group('kiropraktor', 'kiropraktor', 'chiropractor'),
  LE: group('lege', 'lege', 'physician'),
  MT: group('medisinsk-teknisk personell', 'medisinsk-teknisk personell', 'medical technical personnel', true),
  NP: group('naprapat', 'naprapat', 'naprapath'),
  OA: group('omsorgsarbeider', 'omsorgsarbeidar', 'care worker'),
  OI: group('ortopediingeniør', 'ortopediingeniør', 'prosthetist and orthotist'),
  OP: group('optiker', 'optikar', 'optometrist'),
  OR: group('ortoptist', 'ortoptist', 'orthoptist'),
  OS: group('osteopat', 'osteopat', 'osteopath'),
  PE: group('perfusjonist', 'perfusjonist', 'perfusionist'),
  PM: group('paramedisiner', 'paramedisinar', 'paramedic'),
  PS: group('psykolog', 'psykolog', 'psychologist'),
  RA: group('radiograf', 'radiograf', 'radiographer'),
  SP: group('sykepleier', 'sjukepleiar', 'nurse'),
  TH: group('tannhelsesekretær', 'tannhelsesekretær', 'dental secretary'),
  TL: group('tannlege', 'tannlege', 'dentist'),
  TP: group('tannpleier', 'tannpleiar', 'dental hygienist'),
  TT: group('tanntekniker', 'tannteknikar', 'dental technician'),
  VE: outside('veterinær', 'veterinær', 'veterinarian'),
  VP: group('vernepleier', 'vernepleiar', 'social educator'),
  XX: outside('annet personell', 'anna personell', 'other personnel'),
  'X-MS': own('medisinsk sekretær', 'medisinsk sekretær', 'medical office secretary'),
  'X-HEL': own('helsesekretærelev', 'helsesekretærelev', 'medical secretary pupil', true),
  'X-MST': own('medisinstudent', 'medisinstudent', 'medical student', true),
  'X-TEK': own('teknolog', 'teknolog', 'technologist'),
  'X-LED': own('leder', 'leiar', 'manager'),
} as const satisfies Record<string, Occupation>;

export type OccupationCode = keyof typeof occupations;

export const occupationCodes = Object.keys(occupations) as OccupationCode[];

const named = (test: (occupation: Occupation) => boolean): ReadonlySet<string> =>
  new Set(occupationCodes.filter((code) => test(occupations[code])));

const regulated = named((occupation) => occupation.regulated);
const trainees = named((occupation) => occupation.trainee);

export const isRegulated = (code: string): boolean => regulated.has(code);
export const isTrainee = (code: string): boolean => trainees.has(code);
