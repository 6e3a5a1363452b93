/** How binding a basis is. Mixing these up is the first thing an expert attacks. */
export type Strength = 'LAW' | 'GUIDE' | 'PROF' | 'POLICY';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];
export type Text = Readonly<Record<Language, string>>;

export interface LegalBasis {
  readonly strength: Strength;
  readonly citation: Text;
  readonly says: Text;
}

const act = (section: string): Text => ({
  nb: `helsepersonelloven § ${section}`,
  nn: `helsepersonellova § ${section}`,
  en: `Health Personnel Act § ${section}`,
});

const law = (section: string, nb: string, nn: string, en: string): LegalBasis => ({
  strength: 'LAW',
  citation: act(section),
  says: { nb, nn, en },
});

/** Every rule and every refusal carries one or more of these. */
export const legalBases = {
  'hpl-3': law(
    '3',
    'Helsepersonell er de som har autorisasjon eller lisens, personell i helsetjenesten eller apotek som yter helsehjelp, og elever og studenter som gjør det under opplæring.',
    'Helsepersonell er dei som har autorisasjon eller lisens, personell i helsetenesta eller apotek som yter helsehjelp, og elevar og studentar som gjer det under opplæring.',
    'Health personnel are those with an authorisation or licence, personnel in the health service or pharmacies who give health care, and pupils and students who do so in training.',
  ),
  'hpl-4': law(
    '4',
    'Arbeidet skal være forsvarlig. Enhver innretter seg etter egne kvalifikasjoner og avstår fra det en ikke behersker; medisinske avgjørelser er legens og tannlegens.',
    'Arbeidet skal vere forsvarleg. Alle rettar seg etter eigne kvalifikasjonar og lèt vere å gjere det dei ikkje meistrar; medisinske avgjerder er legen og tannlegen sine.',
    'Work shall be sound. Everybody acts within their own qualifications and abstains from what they do not master; decisions on treatment are for the physician or dentist.',
  ),
  'hpl-5': law(
    '5',
    'Bestemte oppgaver kan overlates til annet personell når det er forsvarlig ut fra oppgavens art, personellets kvalifikasjoner og oppfølgingen. Medhjelpere er under kontroll og tilsyn; elever og studenter får som regel oppgaver bare som ledd i opplæring.',
    'Bestemte oppgåver kan overlatast til anna personell når det er forsvarleg ut frå kva oppgåva går ut på, kvalifikasjonane og oppfølginga. Medhjelparar er under kontroll og tilsyn; elevar og studentar får som regel oppgåver berre som ledd i opplæring.',
    'Specific tasks may be left to other personnel where justifiable by the task’s nature, the person’s qualifications and the follow-up. Helpers are under control and supervision; pupils and students as a rule only in training.',
  ),
  'hpl-5-guide': {
    strength: 'GUIDE',
    citation: {
      nb: 'Helsedirektoratets kommentar til helsepersonelloven § 5',
      nn: 'Helsedirektoratet sin kommentar til helsepersonellova § 5',
      en: 'The Directorate of Health’s commentary on the Health Personnel Act § 5',
    },
    says: {
      nb: '§ 5 gjelder oppgaver utenfor mottakerens vanlige arbeid. Det er den reelle kvalifikasjonen som teller, ikke den formelle.',
      nn: '§ 5 gjeld oppgåver utanfor det vanlege arbeidet til mottakaren. Det er den reelle kvalifikasjonen som tel, ikkje den formelle.',
      en: '§ 5 matters for tasks outside the recipient’s ordinary work. Real qualification counts, not the formal one.',
    },
  },
  'delta-no-redelegation': {
    strength: 'PROF',
    citation: {
      nb: 'Helsesekretærforbundet i Delta, stillingsbeskrivelse for helsesekretær i primærhelsetjenesten',
      nn: 'Helsesekretærforbundet i Delta, stillingsomtale for helsesekretær i primærhelsetenesta',
      en: 'Helsesekretærforbundet in Delta, role description for medical secretaries in primary care',
    },
    says: {
      nb: 'En delegert oppgave kan ikke delegeres videre. Fullmakt håndhever dette uten unntak.',
      nn: 'Ei delegert oppgåve kan ikkje delegerast vidare. Fullmakt handhevar dette utan unntak.',
      en: 'A delegated task cannot be delegated on. Fullmakt enforces this without exception.',
    },
  },
  'delegator-authorised': {
    strength: 'POLICY',
    citation: { nb: 'Fullmakts regel', nn: 'Regelen til Fullmakt', en: 'Fullmakt’s own rule' },
    says: {
      nb: 'Den som delegerer, har gyldig autorisasjon eller lisens.',
      nn: 'Den som delegerer, har gyldig autorisasjon eller lisens.',
      en: 'The delegator holds a valid authorisation or licence.',
    },
  },
  'hpl-7': law(
    '7',
    'Øyeblikkelig hjelp skal gis straks. En manglende delegering hindrer det aldri; det føres i ettertid.',
    'Augneblikkeleg hjelp skal givast straks. Ei manglande delegering hindrar det aldri; det blir ført i ettertid.',
    'Emergency help is given at once. A missing delegation never blocks it; it is recorded afterwards.',
  ),
  'hpl-11': law(
    '11',
    'Å rekvirere reseptpliktige legemidler er forbeholdt lege og tannlege.',
    'Å rekvirere reseptpliktige legemiddel er reservert for lege og tannlege.',
    'Prescribing is reserved to physicians and dentists.',
  ),
  'hpl-12': law(
    '12',
    'Blodprøve for politiet tas av lege, sykepleier, bioingeniør eller helsesekretær som egen lovpålagt plikt.',
    'Blodprøve for politiet blir teken av lege, sjukepleiar, bioingeniør eller helsesekretær som eiga lovpålagd plikt.',
    'Blood samples for the police are the statutory duty of physicians, nurses, biomedical scientists and medical secretaries.',
  ),
  'hpl-16': law(
    '16',
    'Virksomheten skal være organisert slik at helsepersonellet kan overholde sine plikter.',
    'Verksemda skal vere organisert slik at helsepersonellet kan halde pliktene sine.',
    'The clinic is organised so that personnel can keep their duties.',
  ),
  'hpl-21': law('21', 'Helsepersonell har taushetsplikt.', 'Helsepersonell har teieplikt.', 'Health personnel have a duty of secrecy.'),
  'hpl-39': law(
    '39',
    'Den som yter helsehjelp, skal dokumentere den i journalen.',
    'Den som yter helsehjelp, skal dokumentere henne i journalen.',
    'Whoever gives health care documents it in the record.',
  ),
  'hpl-48': law(
    '48',
    'Autorisasjon gis for bestemte grupper helsepersonell.',
    'Autorisasjon blir gitt til bestemte grupper helsepersonell.',
    'Authorisation is given to named groups of health personnel.',
  ),
  'hpl-49': law(
    '49',
    'Lisens kan begrenses i tid, til en stilling eller til bestemt helsehjelp.',
    'Lisens kan avgrensast i tid, til ei stilling eller til bestemt helsehjelp.',
    'A licence may be limited in time, to a position or to a kind of care.',
  ),
  'hpl-54': law(
    '54',
    'Autorisasjon, lisens og spesialistgodkjenning bortfaller når innehaveren fyller 80 år.',
    'Autorisasjon, lisens og spesialistgodkjenning fell bort når innehavaren fyller 80 år.',
    'Authorisation, licence and specialist approval lapse when the holder turns 80.',
  ),
  'hpl-57': law(
    '57',
    'Autorisasjon, lisens eller spesialistgodkjenning kan tilbakekalles, og det kan settes forbud mot å yte helsehjelp.',
    'Autorisasjon, lisens eller spesialistgodkjenning kan kallast tilbake, og det kan setjast forbod mot å yte helsehjelp.',
    'Authorisation, licence or specialist approval may be recalled, and giving health care may be forbidden.',
  ),
  'hpl-58': law(
    '58',
    'Autorisasjon kan suspenderes helt eller for bestemte oppgaver, i seks måneder med én forlengelse på seks.',
    'Autorisasjon kan suspenderast heilt eller for bestemte oppgåver, i seks månader med éi forlenging på seks.',
    'Authorisation may be suspended fully or for named tasks, for six months, once prolonged by six.',
  ),
  'hpl-59': law(
    '59',
    'Autorisasjon kan begrenses til bestemt virksomhet under bestemte vilkår.',
    'Autorisasjon kan avgrensast til bestemt verksemd på bestemte vilkår.',
    'Authorisation may be limited to certain work on certain conditions.',
  ),
  'hpl-74': law(
    '74',
    'Bare den som har autorisasjon, lisens eller spesialistgodkjenning, kan bruke den beskyttede tittelen.',
    'Berre den som har autorisasjon, lisens eller spesialistgodkjenning, kan bruke den verna tittelen.',
    'Only those with authorisation, licence or specialist approval may use the protected title.',
  ),
  'ledelse-6-9': {
    strength: 'LAW',
    citation: {
      nb: 'forskrift om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten §§ 6–9',
      nn: 'forskrift om leiing og kvalitetsforbetring i helse- og omsorgstenesta §§ 6–9',
      en: 'Regulation on Management and Quality Improvement in the Health Services §§ 6–9',
    },
    says: {
      nb: 'Virksomheten planlegger, gjennomfører, evaluerer og korrigerer, og har oversikt over ansvar, kompetanse og behov for opplæring.',
      nn: 'Verksemda planlegg, gjennomfører, evaluerer og korrigerer, og har oversikt over ansvar, kompetanse og behov for opplæring.',
      en: 'The clinic plans, carries out, evaluates and corrects, and keeps an overview of responsibility, competence and training needs.',
    },
  },
  'local-adaptation': {
    strength: 'PROF',
    citation: {
      nb: 'Helsesekretærforbundet i Delta, stillingsbeskrivelse for helsesekretær i primærhelsetjenesten',
      nn: 'Helsesekretærforbundet i Delta, stillingsomtale for helsesekretær i primærhelsetenesta',
      en: 'Helsesekretærforbundet in Delta, role description for medical secretaries in primary care',
    },
    says: {
      nb: 'Stillingsbeskrivelsen er veiledende og må tilpasses de lokale forhold.',
      nn: 'Stillingsomtalen er rettleiande og må tilpassast dei lokale forholda.',
      en: 'The role description is guidance and must be adapted to local conditions.',
    },
  },
  'competence-mapping': {
    strength: 'PROF',
    citation: {
      nb: 'Tekna, innspill om behovet for utdanning innen helseteknologi',
      nn: 'Tekna, innspel om behovet for utdanning innan helseteknologi',
      en: 'Tekna, on the need for education in health technology',
    },
    says: {
      nb: 'Teknologer og andre som ikke er helsepersonell, tas med når kompetansen kartlegges, og etter- og videreutdanning teller.',
      nn: 'Teknologar og andre som ikkje er helsepersonell, blir tekne med når kompetansen blir kartlagd, og etter- og vidareutdanning tel.',
      en: 'Technologists and others who are not health personnel are mapped for competence, too, and further education counts.',
    },
  },
  'th-infiltration': {
    strength: 'PROF',
    citation: {
      nb: 'utdanning.no om tannhelsesekretær; Den norske tannlegeforening 2015 og 2022 (omstridt)',
      nn: 'utdanning.no om tannhelsesekretær; Den norske tannlegeforening 2015 og 2022 (omstridd)',
      en: 'utdanning.no on dental secretaries; the Norwegian Dental Association 2015 and 2022 (contested)',
    },
    says: {
      nb: 'Om tannhelsesekretær kan sette infiltrasjonsanestesi etter delegering, er omstridt: yrkesbeskrivelsen sier ja; tannlegeforeningen frarådet det i 2015 og sa i 2022 at grunnutdanningen mangler kvalifikasjonen.',
      nn: 'Om tannhelsesekretær kan setje infiltrasjonsanestesi etter delegering, er omstridt: yrkesomtalen seier ja; tannlegeforeininga rådde ifrå i 2015 og sa i 2022 at grunnutdanninga manglar kvalifikasjonen.',
      en: 'Whether a dental secretary may give infiltration anaesthesia after delegation is contested: the occupation’s description says yes; the dentists’ association advised against it in 2015 and said in 2022 that basic education lacks the qualification.',
    },
  },
} as const satisfies Record<string, LegalBasis>;

export type LegalBasisId = keyof typeof legalBases;
