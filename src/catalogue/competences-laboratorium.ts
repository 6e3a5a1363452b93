import { text } from '../law/legal-bases.js';
import { biologicalAgents, equipmentRegulations, noklus } from './authorities.js';
import type { CatalogueCompetence } from './competence.types.js';
import { course, observed, whileInUse } from './competence-forms.js';
import { medicalDecision } from './legal-notes.js';
import { delta, example, says } from './sources.js';

export const laboratoryCompetences: readonly CatalogueCompetence[] = [
  observed(
    'blodproevetaking',
    text('Blodprøvetaking fra vene', 'Blodprøvetaking frå vene', 'Taking venous blood samples'),
    says(delta, 'Blodprøvetaking'),
    null,
    { renewal: whileInUse, authorities: [biologicalAgents] },
  ),
  observed(
    'kapillaerproevetaking',
    text('Kapillærprøvetaking', 'Kapillærprøvetaking', 'Taking capillary samples'),
    example,
    null,
    { renewal: whileInUse, authorities: [biologicalAgents] },
  ),
  observed(
    'behandling-av-blodproever',
    text(
      'Sentrifugere og avpipettere blodprøver',
      'Sentrifugere og avpipettere blodprøver',
      'Centrifuging and pipetting blood samples',
    ),
    says(delta, 'Sentrifugere og avpipettere blodprøver'),
    36,
    { authorities: [equipmentRegulations] },
  ),
  observed(
    'forsendelse-av-proever',
    text(
      'Merking, pakking og forsendelse av prøver',
      'Merking, pakking og sending av prøver',
      'Labelling, packing and dispatching samples',
    ),
    says(delta, 'Forsendelse av prøver'),
    36,
  ),
  observed(
    'pasientnaere-analyser',
    text(
      'Analysere prøver på stedet og vurdere kontrollene',
      'Analysere prøver på staden og vurdere kontrollane',
      'Analysing samples on site and judging the controls',
    ),
    says(delta, 'Analysere lokale prøver'),
    24,
    { legalNotes: [medicalDecision], authorities: [equipmentRegulations, noklus] },
  ),
  observed(
    'urin-og-avfoeringsproever',
    text(
      'Analysere urin- og avføringsprøver',
      'Analysere urin- og avføringsprøver',
      'Analysing urine and faecal samples',
    ),
    says(delta, 'Analysere urin og fæces'),
    24,
    { legalNotes: [medicalDecision], authorities: [noklus] },
  ),
  course(
    'noklus-prosedyrer',
    text(
      'Kurs i Noklus-prosedyrer og kvalitetssikring',
      'Kurs i Noklus-prosedyrar og kvalitetssikring',
      'Course in Noklus procedures and quality assurance',
    ),
    says(delta, 'Kvalitetssikring/Noklus'),
    36,
    { authorities: [noklus] },
  ),
  course(
    'medisinsk-utstyr',
    text(
      'Opplæring i klinikkens medisinske utstyr: bruk, kalibrering og kontroller',
      'Opplæring i det medisinske utstyret på klinikken: bruk, kalibrering og kontrollar',
      'Training in the clinic’s medical equipment: use, calibration and checks',
    ),
    says(delta, 'Ansvar for vedlikehold av medisinsk utstyr (kalibrering, kontroller og lignende)'),
    null,
    {
      renewal: text(
        'Fornyes når utstyret byttes ut eller fremgangsmåten endres.',
        'Blir fornya når utstyret blir bytt ut eller framgangsmåten endra.',
        'Renewed when the equipment is replaced or the procedure changes.',
      ),
      authorities: [equipmentRegulations],
    },
  ),
];
