import { type Text, text } from './legal-bases.js';

const group = <Code extends string>(code: Code, title: Text, plainName: Text) => ({
  code,
  regulated: true,
  retired: false,
  trainee: false,
  title,
  plainName,
  source: 'volven-9060' as const,
  note: null as Text | null,
});

const ambulance = text(
  'medarbeider i ambulansetjenesten',
  'medarbeidar i ambulansetenesta',
  'staff member, ambulance service',
);
const pharmacy = text('medarbeider i apotek', 'medarbeidar i apotek', 'staff member, pharmacy');
const care = text(
  'medarbeider i pleie og omsorg',
  'medarbeidar i pleie og omsorg',
  'staff member, care services',
);
const movement = text(
  'medarbeider, muskel og skjelett',
  'medarbeidar, muskel og skjelett',
  'staff member, muscles and joints',
);
const vision = text('medarbeider, syn', 'medarbeidar, syn', 'staff member, vision');
const dental = text(
  'medarbeider på tannklinikk',
  'medarbeidar på tannklinikk',
  'staff member, dental clinic',
);

const animalHealth = text(
  'Ingen gruppe etter helsepersonelloven § 48: autorisasjonen følger dyrehelsepersonelloven og kan ikke registreres her.',
  'Inga gruppe etter helsepersonellova § 48: autorisasjonen følgjer dyrehelsepersonellova og kan ikkje registrerast her.',
  'No group under Health Personnel Act § 48: the authorisation follows the Animal Health Personnel Act and cannot be registered here.',
);

/**
 * Volven 9060, kategori helsepersonell (OID 2.16.578.1.12.4.1.1.9060), every code.
 * A plain name never contains a protected title nor gives the impression of one (helsepersonelloven § 74).
 */
export const volven9060 = {
  AA: group('AA', text('ambulansearbeider', 'ambulansearbeidar', 'ambulance worker'), ambulance),
  AT: group('AT', text('apotektekniker', 'apotekteknikar', 'pharmacy technician'), pharmacy),
  AU: group(
    'AU',
    text('audiograf', 'audiograf', 'audiologist'),
    text('medarbeider, hørsel', 'medarbeidar, høyrsel', 'staff member, hearing'),
  ),
  BI: group(
    'BI',
    text('bioingeniør', 'bioingeniør', 'biomedical laboratory scientist'),
    text('medarbeider i laboratoriet', 'medarbeidar i laboratoriet', 'staff member, laboratory'),
  ),
  ET: group(
    'ET',
    text('ergoterapeut', 'ergoterapeut', 'occupational therapist'),
    text(
      'medarbeider, dagligliv og aktivitet',
      'medarbeidar, daglegliv og aktivitet',
      'staff member, daily living',
    ),
  ),
  FA1: group('FA1', text('provisorfarmasøyt', 'provisorfarmasøyt', 'pharmacist'), pharmacy),
  FA2: group('FA2', text('reseptarfarmasøyt', 'reseptarfarmasøyt', 'dispensing pharmacist'), pharmacy),
  FB: {
    ...group(
      'FB',
      text('fiskehelsebiolog', 'fiskehelsebiolog', 'fish health biologist'),
      text('medarbeider, fiskehelse', 'medarbeidar, fiskehelse', 'staff member, fish health'),
    ),
    regulated: false,
    note: animalHealth,
  },
  FO: group(
    'FO',
    text('fotterapeut', 'fotterapeut', 'podiatrist'),
    text('medarbeider, fotpleie', 'medarbeidar, fotpleie', 'staff member, foot care'),
  ),
  FT: group('FT', text('fysioterapeut', 'fysioterapeut', 'physiotherapist'), movement),
  HE: group(
    'HE',
    text('helsesekretær', 'helsesekretær', 'health secretary'),
    text(
      'medarbeider i resepsjon og skiftestue',
      'medarbeidar i resepsjon og skiftestove',
      'staff member, reception and treatment room',
    ),
  ),
  HF: group('HF', text('helsefagarbeider', 'helsefagarbeidar', 'healthcare worker'), care),
  HP: group('HP', text('hjelpepleier', 'hjelpepleiar', 'auxiliary nurse'), care),
  JO: group(
    'JO',
    text('jordmor', 'jordmor', 'midwife'),
    text('medarbeider i fødselsomsorgen', 'medarbeidar i fødselsomsorga', 'staff member, maternity care'),
  ),
  KE: group(
    'KE',
    text('klinisk ernæringsfysiolog', 'klinisk ernæringsfysiolog', 'clinical dietitian'),
    text('medarbeider, ernæring', 'medarbeidar, ernæring', 'staff member, nutrition'),
  ),
  KI: group('KI', text('kiropraktor', 'kiropraktor', 'chiropractor'), movement),
  LE: group(
    'LE',
    text('lege', 'lege', 'doctor'),
    text(
      'medarbeider i medisinsk virksomhet',
      'medarbeidar i medisinsk verksemd',
      'staff member, medical practice',
    ),
  ),
  MT: {
    ...group('MT', text('manuellterapeut', 'manuellterapeut', 'manual therapist'), movement),
    retired: true,
    note: text(
      'Koden er utgått i Volven 9060, og en ny autorisasjon kan ikke registreres på den.',
      'Koden er gått ut av Volven 9060, og ein ny autorisasjon kan ikkje registrerast på han.',
      'The code is retired in Volven 9060, and no new authorisation can be registered on it.',
    ),
  },
  NP: group('NP', text('naprapat', 'naprapat', 'naprapath'), movement),
  OA: group('OA', text('omsorgsarbeider', 'omsorgsarbeidar', 'care worker'), care),
  OI: group(
    'OI',
    text('ortopediingeniør', 'ortopediingeniør', 'prosthetist and orthotist'),
    text(
      'medarbeider, ortopediske hjelpemidler',
      'medarbeidar, ortopediske hjelpemiddel',
      'staff member, orthopaedic aids',
    ),
  ),
  OP: group('OP', text('optiker', 'optikar', 'optometrist'), vision),
  OR: group('OR', text('ortoptist', 'ortoptist', 'orthoptist'), vision),
  OS: group('OS', text('osteopat', 'osteopat', 'osteopath'), movement),
  PE: group(
    'PE',
    text('perfusjonist', 'perfusjonist', 'perfusionist'),
    text(
      'medarbeider, hjerte-lunge-maskin',
      'medarbeidar, hjarte-lunge-maskin',
      'staff member, heart-lung machine',
    ),
  ),
  PM: group('PM', text('paramedisiner', 'paramedisinar', 'paramedic'), ambulance),
  PS: group(
    'PS',
    text('psykolog', 'psykolog', 'psychologist'),
    text('medarbeider, psykisk helse', 'medarbeidar, psykisk helse', 'staff member, mental health'),
  ),
  RA: group(
    'RA',
    text('radiograf', 'radiograf', 'radiographer'),
    text('medarbeider, bildediagnostikk', 'medarbeidar, biletdiagnostikk', 'staff member, medical imaging'),
  ),
  SP: group('SP', text('sykepleier', 'sjukepleiar', 'nurse'), care),
  TH: group('TH', text('tannhelsesekretær', 'tannhelsesekretær', 'dental secretary'), dental),
  TL: group('TL', text('tannlege', 'tannlege', 'dentist'), dental),
  TP: group('TP', text('tannpleier', 'tannpleiar', 'dental hygienist'), dental),
  TT: group(
    'TT',
    text('tanntekniker', 'tannteknikar', 'dental technician'),
    text(
      'medarbeider i tannteknisk laboratorium',
      'medarbeidar i tannteknisk laboratorium',
      'staff member, dental laboratory',
    ),
  ),
  VE: {
    ...group(
      'VE',
      text('veterinær', 'veterinær', 'veterinarian'),
      text('medarbeider, dyrehelse', 'medarbeidar, dyrehelse', 'staff member, animal health'),
    ),
    regulated: false,
    note: animalHealth,
  },
  VP: group(
    'VP',
    text('vernepleier', 'vernepleiar', 'social educator'),
    text('medarbeider i miljøarbeid', 'medarbeidar i miljøarbeid', 'staff member, supported living'),
  ),
  XX: {
    ...group(
      'XX',
      text('ukjent/uspesifisert', 'ukjend/uspesifisert', 'unknown/unspecified'),
      text('medarbeider', 'medarbeidar', 'staff member'),
    ),
    regulated: false,
    note: text(
      'Ingen gruppe etter helsepersonelloven § 48: yrket er ukjent, og ukjent gir aldri en rett.',
      'Inga gruppe etter helsepersonellova § 48: yrket er ukjent, og ukjent gir aldri ein rett.',
      'No group under Health Personnel Act § 48: the occupation is unknown, and unknown never gives a right.',
    ),
  },
};
