import { text } from '../law/legal-bases.js';
import type { LegalNote } from './catalogue.types.js';

export const secrecy: LegalNote = {
  basis: 'hpl-21',
  note: text(
    'Det en får vite om pasienter i arbeidet, er underlagt taushetsplikt.',
    'Det ein får vite om pasientar i arbeidet, er underlagt teieplikt.',
    'What is learnt about patients at work is subject to the duty of secrecy.',
  ),
};

export const ordinaryTask: LegalNote = {
  basis: 'hpl-5-guide',
  note: text(
    'Ordinær oppgave for yrkesgruppene som har den i egen kompetanse: de trenger ingen delegering etter § 5.',
    'Ordinær oppgåve for yrkesgruppene som har henne i eigen kompetanse: dei treng inga delegering etter § 5.',
    'Ordinary work for the occupations that hold it in their own right: they need no delegation under § 5.',
  ),
};

export const medicalDecision: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Hva svaret eller funnet betyr for behandlingen, avgjør legen.',
    'Kva svaret eller funnet har å seie for behandlinga, avgjer legen.',
    'What the result or finding means for the treatment is for the doctor to decide.',
  ),
};

export const recordIt: LegalNote = {
  basis: 'hpl-39',
  note: text(
    'Den som gir hjelpen på selvstendig grunnlag, fører den i pasientjournalen.',
    'Den som gir hjelpa på sjølvstendig grunnlag, fører henne i pasientjournalen.',
    'Whoever gives the care independently enters it in the patient’s record.',
  ),
};

export const prescribedMedicine: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Legemidler gis bare etter ordinasjon; legen avgjør hva, hvor mye og til hvem.',
    'Legemiddel blir berre gitt etter ordinasjon; legen avgjer kva, kor mykje og til kven.',
    'Medicines are given only as prescribed; the doctor decides what, how much and to whom.',
  ),
};

export const managerApproves: LegalNote = {
  basis: 'hpl-16',
  note: text(
    'Ansvarlig leder avgjør hvem som kan håndtere legemidler i virksomheten; et kurs støtter avgjørelsen, men er den ikke.',
    'Ansvarleg leiar avgjer kven som kan handtere legemiddel i verksemda; eit kurs støttar avgjerda, men er henne ikkje.',
    'The responsible manager decides who may handle medicines at the clinic; a course supports the decision but does not make it.',
  ),
};

export const routines: LegalNote = {
  basis: 'hpl-16',
  note: text(
    'Virksomheten sørger for rutiner, utstyr og opplæring, så oppgaven kan gjøres forsvarlig.',
    'Verksemda sørgjer for rutinar, utstyr og opplæring, så oppgåva kan gjerast forsvarleg.',
    'The clinic sees to routines, equipment and training, so that the task can be done soundly.',
  ),
};

export const internalControl: LegalNote = {
  basis: 'ledelse-6-9',
  note: text(
    'Inngår i virksomhetens arbeid med å planlegge, gjennomføre, evaluere og korrigere.',
    'Inngår i arbeidet verksemda gjer med å planleggje, gjennomføre, evaluere og korrigere.',
    'Part of the clinic’s work to plan, carry out, evaluate and correct.',
  ),
};

export const seekHelp: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Den som svarer, holder seg til det en er kompetent til, og henter hjelp eller setter over når det trengs.',
    'Den som svarer, held seg til det ein er kompetent til, og hentar hjelp eller set over når det trengst.',
    'Whoever answers keeps to what they are competent for, and gets help or passes on when needed.',
  ),
};

export const emergencyHelp: LegalNote = {
  basis: 'hpl-7',
  note: text(
    'Påtrengende nødvendig hjelp gis straks av den som kan; en manglende delegering er aldri til hinder.',
    'Påtrengjande nødvendig hjelp blir gitt straks av den som kan; ei manglande delegering er aldri til hinder.',
    'Urgently necessary help is given at once by whoever can; a missing delegation never stands in the way.',
  ),
};

export const threeAssessments: LegalNote = {
  basis: 'hpl-5',
  note: text(
    'Kan overlates til andre når oppgavens art, mottakerens kvalifikasjoner og oppfølgingen er vurdert hver for seg.',
    'Kan overlatast til andre når arten av oppgåva, kvalifikasjonane til mottakaren og oppfølginga er vurderte kvar for seg.',
    'May be left to others once the nature of the task, the recipient’s qualifications and the follow-up have each been assessed.',
  ),
};

export const competenceOverview: LegalNote = {
  basis: 'ledelse-6-9',
  note: text(
    'Virksomheten skal ha oversikt over kompetanse og behov for opplæring; nivå og gyldighetstid her er forslag som den selv fastsetter.',
    'Verksemda skal ha oversikt over kompetanse og behov for opplæring; nivå og gyldigheitstid her er forslag som ho sjølv fastset.',
    'The clinic must keep an overview of competence and training needs; level and validity here are suggestions that it settles itself.',
  ),
};

export const onlyWhatIsMastered: LegalNote = {
  basis: 'hpl-4',
  note: text(
    'Kompetansebeviset erstatter ikke egen vurdering: den som ikke behersker oppgaven, avstår og søker hjelp.',
    'Kompetansebeviset erstattar ikkje eiga vurdering: den som ikkje meistrar oppgåva, avstår og søkjer hjelp.',
    'The record of competence does not replace one’s own judgement: whoever does not master the task abstains and seeks help.',
  ),
};
