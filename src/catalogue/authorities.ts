import { type Text, text } from '../law/legal-bases.js';
import type { Authority } from './competence.types.js';

const regulation = (citation: Text, says: Text): Authority => ({ strength: 'LAW', citation, says });
const guidance = (citation: Text, says: Text): Authority => ({ strength: 'GUIDE', citation, says });
const professional = (citation: Text, says: Text): Authority => ({ strength: 'PROF', citation, says });

export const radiationRegulations = regulation(
  text(
    'strålevernforskriften (forskrift 16. desember 2016 nr. 1659)',
    'strålevernforskrifta (forskrift 16. desember 2016 nr. 1659)',
    'Radiation Protection Regulations (16 December 2016 No. 1659)',
  ),
  text(
    'Virksomheten sørger for at de som arbeider med strålekilder, har tilstrekkelig kompetanse i strålevern.',
    'Verksemda sørgjer for at dei som arbeider med strålekjelder, har tilstrekkeleg kompetanse i strålevern.',
    'The clinic sees to it that those who work with radiation sources are sufficiently competent in radiation protection.',
  ),
);

export const medicineRegulations = regulation(
  text(
    'legemiddelhåndteringsforskriften (forskrift 3. april 2008 nr. 320)',
    'legemiddelhandteringsforskrifta (forskrift 3. april 2008 nr. 320)',
    'Regulations on the handling of medicines (3 April 2008 No. 320)',
  ),
  text(
    'Der forskriften gjelder, har virksomhetens leder ansvaret for at legemidler håndteres forsvarlig; et kurs flytter ikke det ansvaret.',
    'Der forskrifta gjeld, har leiaren av verksemda ansvaret for at legemiddel blir handterte forsvarleg; eit kurs flyttar ikkje det ansvaret.',
    'Where the regulations apply, the head of the clinic is responsible for the sound handling of medicines; a course does not move that responsibility.',
  ),
);

export const equipmentRegulations = regulation(
  text(
    'forskrift om håndtering av medisinsk utstyr (29. november 2013 nr. 1373)',
    'forskrift om handtering av medisinsk utstyr (29. november 2013 nr. 1373)',
    'Regulations on the handling of medical equipment (29 November 2013 No. 1373)',
  ),
  text(
    'Virksomheten sørger for at den som skal bruke medisinsk utstyr, har fått opplæring i riktig og sikker bruk.',
    'Verksemda sørgjer for at den som skal bruke medisinsk utstyr, har fått opplæring i rett og sikker bruk.',
    'The clinic sees to it that whoever is to use medical equipment has been trained in its correct and safe use.',
  ),
);

export const biologicalAgents = regulation(
  text(
    'forskrift om utførelse av arbeid (6. desember 2011 nr. 1357), kapittel 6',
    'forskrift om utføring av arbeid (6. desember 2011 nr. 1357), kapittel 6',
    'Regulations on the performance of work (6 December 2011 No. 1357), chapter 6',
  ),
  text(
    'Arbeidstakere som kan bli utsatt for smitte i arbeidet, skal få opplæring.',
    'Arbeidstakarar som kan bli utsette for smitte i arbeidet, skal få opplæring.',
    'Employees who may be exposed to infection at work must be trained.',
  ),
);

export const vaccinationGuide = guidance(
  text(
    'Folkehelseinstituttet, Vaksinasjonsveilederen for helsepersonell',
    'Folkehelseinstituttet, Vaksinasjonsveilederen for helsepersonell',
    'Norwegian Institute of Public Health, vaccination guide for health personnel',
  ),
  text(
    'Den som vaksinerer, skal være forberedt på å behandle en anafylaktisk reaksjon.',
    'Den som vaksinerer, skal vere førebudd på å behandle ein anafylaktisk reaksjon.',
    'Whoever vaccinates must be prepared to treat an anaphylactic reaction.',
  ),
);

export const resuscitationCouncil = professional(
  text(
    'Norsk resuscitasjonsråd (NRR)',
    'Norsk resuscitasjonsråd (NRR)',
    'Norwegian Resuscitation Council (NRR)',
  ),
  text(
    'Rådet gir ut de norske retningslinjene for hjerte-lungeredning.',
    'Rådet gir ut dei norske retningslinjene for hjarte-lungeredning.',
    'The council issues the Norwegian guidelines for cardiopulmonary resuscitation.',
  ),
);

export const noklus = professional(
  text('Noklus', 'Noklus', 'Noklus'),
  text(
    'Noklus arbeider for god kvalitet på laboratorieprøver utenfor sykehus og tilbyr kurs og kontroller.',
    'Noklus arbeider for god kvalitet på laboratorieprøver utanfor sjukehus og tilbyr kurs og kontrollar.',
    'Noklus works for good quality of laboratory tests outside hospitals and offers courses and controls.',
  ),
);

export const codeOfConduct = professional(
  text(
    'Norm for informasjonssikkerhet og personvern i helse- og omsorgssektoren (Normen)',
    'Norm for informasjonssikkerhet og personvern i helse- og omsorgssektoren (Normen)',
    'Code of conduct for information security and data protection in the health and care sector (Normen)',
  ),
  text(
    'Bransjenormen krever at medarbeiderne får opplæring i informasjonssikkerhet og personvern.',
    'Bransjenorma krev at medarbeidarane får opplæring i informasjonstryggleik og personvern.',
    'The sector’s code requires that staff are trained in information security and data protection.',
  ),
);
