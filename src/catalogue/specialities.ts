import { type Text, text } from '../law/legal-bases.js';
import type { Speciality } from './catalogue.types.js';

const speciality = (code: string, name: Text): Speciality => ({ code, name });

/** The specialities of doctors that the occupational description lists, with their NUS codes, in its order. */
export const specialities: readonly Speciality[] = [
  speciality('763201', text('Allmennmedisin', 'Allmennmedisin', 'General practice')),
  speciality('763202', text('Anestesiologi', 'Anestesiologi', 'Anaesthesiology')),
  speciality(
    '763203',
    text('Arbeidsmedisin (yrkesmedisin)', 'Arbeidsmedisin (yrkesmedisin)', 'Occupational medicine'),
  ),
  speciality(
    '763204',
    text('Barne- og ungdomspsykiatri', 'Barne- og ungdomspsykiatri', 'Child and adolescent psychiatry'),
  ),
  speciality('763209', text('Barnekirurgi', 'Barnekirurgi', 'Paediatric surgery')),
  speciality('763205', text('Barnesykdommer', 'Barnesjukdommar', 'Paediatrics')),
  speciality('763217', text('Blodsykdommer', 'Blodsjukdommar', 'Haematology')),
  speciality('763218', text('Endokrinologi', 'Endokrinologi', 'Endocrinology')),
  speciality('763219', text('Fordøyelsessykdommer', 'Fordøyingssjukdommar', 'Gastroenterology')),
  speciality(
    '763206',
    text(
      'Fysikalsk medisin og rehabilitering',
      'Fysikalsk medisin og rehabilitering',
      'Physical medicine and rehabilitation',
    ),
  ),
  speciality(
    '763207',
    text('Fødselshjelp og kvinnesykdommer', 'Fødselshjelp og kvinnesjukdommar', 'Obstetrics and gynaecology'),
  ),
  speciality(
    '763210',
    text('Gastroenterologisk kirurgi', 'Gastroenterologisk kirurgi', 'Gastroenterological surgery'),
  ),
  speciality('763208', text('Generell kirurgi', 'Generell kirurgi', 'General surgery')),
  speciality('763220', text('Geriatri', 'Geriatri', 'Geriatrics')),
  speciality('763221', text('Hjertesykdommer', 'Hjartesjukdommar', 'Cardiology')),
  speciality(
    '763214',
    text(
      'Hudsykdommer og veneriske sykdommer',
      'Hudsjukdommar og veneriske sjukdommar',
      'Dermatology and venereology',
    ),
  ),
  speciality(
    '763215',
    text(
      'Immunologi og transfusjonsmedisin',
      'Immunologi og transfusjonsmedisin',
      'Immunology and transfusion medicine',
    ),
  ),
  speciality('763216', text('Indremedisin', 'Indremedisin', 'Internal medicine')),
  speciality('763222', text('Infeksjonssykdommer', 'Infeksjonssjukdommar', 'Infectious diseases')),
  speciality('763211', text('Karkirurgi', 'Karkirurgi', 'Vascular surgery')),
  speciality(
    '763225',
    text(
      'Kjevekirurgi og munnhulesykdommer',
      'Kjevekirurgi og munnholesjukdommar',
      'Maxillofacial surgery and oral medicine',
    ),
  ),
  speciality('763226', text('Klinisk farmakologi', 'Klinisk farmakologi', 'Clinical pharmacology')),
  speciality('763227', text('Klinisk kjemi', 'Klinisk kjemi', 'Clinical chemistry')),
  speciality('763228', text('Klinisk nevrofysiologi', 'Klinisk nevrofysiologi', 'Clinical neurophysiology')),
  speciality('763223', text('Lungesykdommer', 'Lungesjukdommar', 'Pulmonary medicine')),
  speciality('763229', text('Medisinsk genetikk', 'Medisinsk genetikk', 'Medical genetics')),
  speciality('763230', text('Medisinsk mikrobiologi', 'Medisinsk mikrobiologi', 'Medical microbiology')),
  speciality('763231', text('Nevrokirurgi', 'Nevrokirurgi', 'Neurosurgery')),
  speciality('763232', text('Nevrologi', 'Nevrologi', 'Neurology')),
  speciality('763233', text('Nukleærmedisin', 'Nukleærmedisin', 'Nuclear medicine')),
  speciality('763224', text('Nyresykdommer', 'Nyresjukdommar', 'Nephrology')),
  speciality('763234', text('Onkologi', 'Onkologi', 'Oncology')),
  speciality('763235', text('Ortopedisk kirurgi', 'Ortopedisk kirurgi', 'Orthopaedic surgery')),
  speciality('763236', text('Patologi', 'Patologi', 'Pathology')),
  speciality('763237', text('Plastikkirurgi', 'Plastikkirurgi', 'Plastic surgery')),
  speciality('763238', text('Psykiatri', 'Psykiatri', 'Psychiatry')),
  speciality('763239', text('Radiologi', 'Radiologi', 'Radiology')),
  speciality('763240', text('Revmatologi', 'Revmatologi', 'Rheumatology')),
  speciality('763241', text('Samfunnsmedisin', 'Samfunnsmedisin', 'Public health medicine')),
];
