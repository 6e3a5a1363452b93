import { healthPersonnelAct } from './health-personnel-act.js';

/** How binding a basis is: statute or regulation, an authority's guidance, a professional body, or our own stricter choice. */
export type Strength = 'LAW' | 'GUIDE' | 'PROF' | 'POLICY';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<Language, string>>;

export const text = (nb: string, nn: string, en: string): Text => ({ nb, nn, en });

interface Basis {
  readonly id: string;
  readonly strength: Strength;
  readonly citation: Text;
  readonly says: Text;
}

/**
 * What rules and refusals rest on. The strength is always shown:
 * a professional body's rule or the product's own choice is never passed off as statute.
 */
export const legalBases = {
  ...healthPersonnelAct,
  'hpl-5-guide': {
    id: 'hpl-5-guide',
    strength: 'GUIDE',
    citation: {
      nb: 'Helsedirektoratets kommentarer til helsepersonelloven § 5',
      nn: 'Helsedirektoratet sine kommentarar til helsepersonellova § 5',
      en: 'Directorate of Health, commentary on Health Personnel Act § 5',
    },
    says: {
      nb: '§ 5 gjelder oppgaver utenfor mottakerens ordinære arbeid; det er de reelle kvalifikasjonene som teller, ikke de formelle, og i enkelttilfeller kan den brukes på tvers av arbeidsgivere.',
      nn: '§ 5 gjeld oppgåver utanfor det ordinære arbeidet til mottakaren; det er dei reelle kvalifikasjonane som tel, ikkje dei formelle, og i enkelttilfelle kan han brukast på tvers av arbeidsgivarar.',
      en: '§ 5 is about tasks outside the recipient’s ordinary work; real qualifications count, not formal ones, and in single cases it may be used across employers.',
    },
  },
  'delta-no-redelegation': {
    id: 'delta-no-redelegation',
    strength: 'PROF',
    citation: {
      nb: 'Helsesekretærforbundet i Delta, stillingsbeskrivelse for helsesekretær i primærhelsetjenesten',
      nn: 'Helsesekretærforbundet i Delta, stillingsomtale for helsesekretær i primærhelsetenesta',
      en: 'Helsesekretærforbundet in Delta, job description for the health secretary in primary care',
    },
    says: {
      nb: 'En delegert oppgave kan ikke delegeres videre; Fullmakt håndhever dette uten unntak.',
      nn: 'Ei delegert oppgåve kan ikkje delegerast vidare; Fullmakt handhevar dette utan unntak.',
      en: 'A delegated task cannot be delegated further; Fullmakt enforces this without exception.',
    },
  },
  'delegator-authorised': {
    id: 'delegator-authorised',
    strength: 'POLICY',
    citation: {
      nb: 'Fullmakts eget krav til den som delegerer',
      nn: 'Fullmakt sitt eige krav til den som delegerer',
      en: 'Fullmakt’s own requirement of the delegator',
    },
    says: {
      nb: 'Den som delegerer, skal ha gyldig autorisasjon eller lisens i hele perioden; det er strengere enn § 5, som bare sier «helsepersonell».',
      nn: 'Den som delegerer, skal ha gyldig autorisasjon eller lisens i heile perioden; det er strengare enn § 5, som berre seier «helsepersonell».',
      en: 'The delegator must hold a valid authorisation or licence for the whole period; this is stricter than § 5, which only says “health personnel”.',
    },
  },
  'ledelse-6-9': {
    id: 'ledelse-6-9',
    strength: 'LAW',
    citation: {
      nb: 'forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten §§ 6–9',
      nn: 'forskrift om leiing og kvalitetsforbetring i helse- og omsorgstenesta §§ 6–9',
      en: 'Regulations on management and quality improvement in the health and care services §§ 6–9',
    },
    says: {
      nb: 'Virksomheten skal planlegge, gjennomføre, evaluere og korrigere, og ha oversikt over ansvar, kompetanse og behov for opplæring.',
      nn: 'Verksemda skal planleggje, gjennomføre, evaluere og korrigere, og ha oversikt over ansvar, kompetanse og behov for opplæring.',
      en: 'The clinic must plan, carry out, evaluate and correct, and keep an overview of responsibility, competence and the need for training.',
    },
  },
  'local-adaptation': {
    id: 'local-adaptation',
    strength: 'PROF',
    citation: {
      nb: 'Helsesekretærforbundet i Delta, stillingsbeskrivelse for helsesekretær i primærhelsetjenesten, innledningen',
      nn: 'Helsesekretærforbundet i Delta, stillingsomtale for helsesekretær i primærhelsetenesta, innleiinga',
      en: 'Helsesekretærforbundet in Delta, job description for the health secretary in primary care, preamble',
    },
    says: {
      nb: 'Stillingsbeskrivelsen er veiledende og må tilpasses de lokale forholdene.',
      nn: 'Stillingsomtalen er rettleiande og må tilpassast dei lokale forholda.',
      en: 'The role description is guidance and must be adapted to local conditions.',
    },
  },
  'medicine-approval': {
    id: 'medicine-approval',
    strength: 'POLICY',
    citation: {
      nb: 'Fullmakts eget krav til godkjenning for legemiddelhåndtering',
      nn: 'Fullmakt sitt eige krav til godkjenning for legemiddelhandtering',
      en: 'Fullmakt’s own requirement for approval of medicine handling',
    },
    says: {
      nb: 'Den ansvarlige lederen godkjenner en navngitt person for legemiddelhåndtering i en tidsavgrenset periode, på grunnlag av kurs, prøve og praktisk gjennomføring sett av en annen. Kurset støtter bare avgjørelsen, og godkjenningen kan ikke overlates til andre.',
      nn: 'Den ansvarlege leiaren godkjenner ein namngitt person for legemiddelhandtering i ein tidsavgrensa periode, på grunnlag av kurs, prøve og praktisk gjennomføring sett av ein annan. Kurset støttar berre avgjerda, og godkjenninga kan ikkje overlatast til andre.',
      en: 'The manager responsible approves a named person for medicine handling for a limited period, on the strength of a course, a test and practice seen by somebody else. The course only supports the decision, and the approval cannot be left to others.',
    },
  },
  'competence-mapping': {
    id: 'competence-mapping',
    strength: 'PROF',
    citation: {
      nb: 'Tekna, innspill om behovet for utdanning innen helseteknologi',
      nn: 'Tekna, innspel om behovet for utdanning innan helseteknologi',
      en: 'Tekna, submission on the need for education in health technology',
    },
    says: {
      nb: 'Teknologer og andre som ikke er helsepersonell, skal også med når kompetansen kartlegges, og etter- og videreutdanning teller.',
      nn: 'Teknologar og andre som ikkje er helsepersonell, skal òg vere med når kompetansen blir kartlagd, og etter- og vidareutdanning tel.',
      en: 'Technologists and others who are not health personnel are to be included when competence is mapped, and further education counts.',
    },
  },
  'th-infiltration': {
    id: 'th-infiltration',
    strength: 'PROF',
    citation: {
      nb: 'Omstridt: Tannhelsesekretærenes Forbund (utdanning.no) mot Den norske tannlegeforening (2015 og 2022)',
      nn: 'Omstridt: Tannhelsesekretærenes Forbund (utdanning.no) mot Den norske tannlegeforening (2015 og 2022)',
      en: 'Contested: Tannhelsesekretærenes Forbund (utdanning.no) against the Norwegian Dental Association (2015 and 2022)',
    },
    says: {
      nb: 'Yrkesbeskrivelsen sier at tannhelsesekretæren kan sette infiltrasjonsanestesi etter delegering; Tannlegeforeningen frarådet det i 2015 og sa i 2022 at grunnutdanningen ikke gir kvalifikasjonene.',
      nn: 'Yrkesomtalen seier at tannhelsesekretæren kan setje infiltrasjonsanestesi etter delegering; Tannlegeforeningen rådde ifrå det i 2015 og sa i 2022 at grunnutdanninga ikkje gir kvalifikasjonane.',
      en: 'The occupational description says the dental secretary may give infiltration anaesthesia after delegation; the Dental Association advised against it in 2015 and said in 2022 that basic education does not give the qualifications.',
    },
  },
} as const satisfies Record<string, Basis>;

export type LegalBasisId = keyof typeof legalBases;

/** A source of law or guidance, with its strength, in three languages. */
export interface LegalBasis extends Basis {
  readonly id: LegalBasisId;
}
