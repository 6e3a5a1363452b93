interface Says {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

const section = <Number extends string>(number: Number, says: Says) => ({
  id: `hpl-${number}` as `hpl-${Number}`,
  strength: 'LAW' as const,
  citation: {
    nb: `helsepersonelloven § ${number}`,
    nn: `helsepersonellova § ${number}`,
    en: `Health Personnel Act § ${number}`,
  },
  says,
});

/** Lov 2. juli 1999 nr. 64 om helsepersonell m.v.: the sections this product rests on, each in one plain sentence. */
export const healthPersonnelAct = {
  'hpl-3': section('3', {
    nb: 'Helsepersonell er de som har autorisasjon eller lisens, og også de i tjenesten uten autorisasjon og elever og studenter i opplæring når de yter helsehjelp.',
    nn: 'Helsepersonell er dei som har autorisasjon eller lisens, og òg dei i tenesta utan autorisasjon og elevar og studentar i opplæring når dei yter helsehjelp.',
    en: 'Health personnel are those with an authorisation or licence, and also unauthorised staff and pupils and students in training when they give health care.',
  }),
  'hpl-4': section('4', {
    nb: 'Arbeidet skal være faglig forsvarlig; hver og en innretter seg etter egne kvalifikasjoner og søker hjelp eller henviser videre, og lege og tannlege tar beslutningene i medisinske og odontologiske spørsmål om den enkelte pasienten.',
    nn: 'Arbeidet skal vere fagleg forsvarleg; kvar og ein rettar seg etter eigne kvalifikasjonar og søkjer hjelp eller viser vidare, og lege og tannlege tek avgjerdene i medisinske og odontologiske spørsmål om den enkelte pasienten.',
    en: 'The work must be sound; everyone keeps within their own qualifications and seeks help or refers on, and doctors and dentists make the medical and dental decisions about the individual patient.',
  }),
  'hpl-5': section('5', {
    nb: 'Bestemte oppgaver kan overlates til annet personell når det er forsvarlig ut fra oppgavens art, kvalifikasjonene og oppfølgingen; medhjelpere står under kontroll og tilsyn, og elever og studenter får som regel bare oppgaver for opplæringens skyld.',
    nn: 'Bestemte oppgåver kan overlatast til anna personell når det er forsvarleg ut frå kva slags oppgåve det er, kvalifikasjonane og oppfølginga; medhjelparar står under kontroll og tilsyn, og elevar og studentar får som regel berre oppgåver for opplæringa si skuld.',
    en: 'Specific tasks may be left to other personnel when that is justifiable by the nature of the task, their qualifications and the follow-up given; helpers are under control and supervision, and pupils and students are as a rule given tasks only for the sake of training.',
  }),
  'hpl-7': section('7', {
    nb: 'Den som kan, skal straks gi den helsehjelpen som er påtrengende nødvendig; en manglende delegering er aldri til hinder for det.',
    nn: 'Den som kan, skal straks gi den helsehjelpa som er påtrengjande nødvendig; ei manglande delegering er aldri til hinder for det.',
    en: 'Whoever can must at once give the health care that is urgently necessary; a missing delegation never stands in the way.',
  }),
  'hpl-11': section('11', {
    nb: 'Bare lege og tannlege kan forskrive reseptbelagte legemidler; noen andre grupper har en begrenset rett etter forskrift, og retten kan ikke overlates til medhjelpere.',
    nn: 'Berre lege og tannlege kan skrive ut reseptpliktige legemiddel; nokre andre grupper har ein avgrensa rett etter forskrift, og retten kan ikkje overlatast til medhjelparar.',
    en: 'Only doctors and dentists may prescribe prescription medicines; some other groups have a limited right by regulation, and the right cannot be left to helpers.',
  }),
  'hpl-12': section('12', {
    nb: 'Lege, sykepleier, helsesekretær og bioingeniør skal ta blodprøve når politiet ber om det, loven gir hjemmel og det kan skje uten fare, men ikke av nære slektninger eller egne pasienter.',
    nn: 'Lege, sjukepleiar, helsesekretær og bioingeniør skal ta blodprøve når politiet ber om det, lova gir heimel og det kan skje utan fare, men ikkje av nære slektningar eller eigne pasientar.',
    en: 'Doctors, nurses, health secretaries and biomedical laboratory scientists must take a blood sample when the police ask for it, statute warrants it and it is without danger, but not from close relatives or their own patients.',
  }),
  'hpl-16': section('16', {
    nb: 'Virksomheten skal være organisert slik at helsepersonellet kan overholde pliktene sine.',
    nn: 'Verksemda skal vere organisert slik at helsepersonellet kan halde pliktene sine.',
    en: 'The clinic must be organised so that health personnel can keep their duties.',
  }),
  'hpl-21': section('21', {
    nb: 'Helsepersonell skal hindre at andre får vite om folks helse og andre personlige forhold som de får vite om som helsepersonell.',
    nn: 'Helsepersonell skal hindre at andre får vite om folk si helse og andre personlege forhold som dei får vite om som helsepersonell.',
    en: 'Health personnel must keep others from learning about people’s health and other personal matters that they learn about in that capacity.',
  }),
  'hpl-39': section('39', {
    nb: 'Den som yter helsehjelp, skal føre det i pasientens journal; plikten gjelder ikke den som hjelper etter instruksjon eller rettledning fra annet helsepersonell.',
    nn: 'Den som yter helsehjelp, skal føre det i journalen til pasienten; plikta gjeld ikkje den som hjelper etter instruksjon eller rettleiing frå anna helsepersonell.',
    en: 'Whoever gives health care must enter it in the patient’s record; the duty does not fall on those who help under instruction or guidance from other health personnel.',
  }),
  'hpl-48': section('48', {
    nb: 'Paragrafen lister opp yrkesgruppene som har autorisasjon; vilkårene for å få den står i § 48 a.',
    nn: 'Paragrafen listar opp yrkesgruppene som har autorisasjon; vilkåra for å få han står i § 48 a.',
    en: 'The section lists the professions that are authorised; the conditions for it are in § 48 a.',
  }),
  'hpl-49': section('49', {
    nb: 'Den som ikke har rett til autorisasjon, kan få lisens, og lisensen kan begrenses i tid, til en bestemt stilling, til visse typer helsehjelp eller på annen måte.',
    nn: 'Den som ikkje har rett til autorisasjon, kan få lisens, og lisensen kan avgrensast i tid, til ei bestemt stilling, til visse typar helsehjelp eller på anna vis.',
    en: 'Those without a right to authorisation may be given a licence, which may be limited in time, to a position, to certain kinds of health care or in other ways.',
  }),
  'hpl-54': section('54', {
    nb: 'Autorisasjon, lisens og spesialistgodkjenning faller bort når innehaveren fyller 80 år; lisens kan gis etterpå.',
    nn: 'Autorisasjon, lisens og spesialistgodkjenning fell bort når innehavaren fyller 80 år; lisens kan bli gitt etterpå.',
    en: 'Authorisation, licence and specialist approval lapse on the holder’s 80th birthday; a licence may be given afterwards.',
  }),
  // The ban stands in the same chapter (Prop. 63 L (2023–2024)) and follows a recall; it is cited with § 57.
  'hpl-57': section('57', {
    nb: 'Statens helsetilsyn kan kalle tilbake autorisasjon, lisens og spesialistgodkjenning fra den som er uegnet til å utøve yrket forsvarlig, og den som har mistet retten, kan i tillegg få forbud mot å yte helsehjelp.',
    nn: 'Statens helsetilsyn kan kalle tilbake autorisasjon, lisens og spesialistgodkjenning frå den som er ueigna til å utøve yrket forsvarleg, og den som har mista retten, kan i tillegg få forbod mot å yte helsehjelp.',
    en: 'The Board of Health Supervision may recall authorisation, licence and specialist approval from those unfit to practise soundly, and those who have lost the right may also be banned from giving health care.',
  }),
  'hpl-58': section('58', {
    nb: 'Mens en tilsynssak pågår, kan Statens helsetilsyn suspendere retten helt eller for bestemte oppgaver i seks måneder og forlenge det én gang med seks måneder.',
    nn: 'Medan ei tilsynssak går føre seg, kan Statens helsetilsyn suspendere retten heilt eller for bestemte oppgåver i seks månader og forlengje det éin gong med seks månader.',
    en: 'While a supervisory case is open, the Board of Health Supervision may suspend the right wholly or for certain tasks for six months, and prolong it once by six months.',
  }),
  'hpl-59': section('59', {
    nb: 'Statens helsetilsyn kan begrense autorisasjonen til bestemt virksomhet under bestemte vilkår.',
    nn: 'Statens helsetilsyn kan avgrense autorisasjonen til bestemt verksemd på bestemte vilkår.',
    en: 'The Board of Health Supervision may limit the authorisation to certain activities under certain conditions.',
  }),
  'hpl-74': section('74', {
    nb: 'Bare den som har autorisasjonen, lisensen eller spesialistgodkjenningen, kan bruke yrkestittelen, og ingen kan bruke titler som gir inntrykk av den.',
    nn: 'Berre den som har autorisasjonen, lisensen eller spesialistgodkjenninga, kan bruke yrkestittelen, og ingen kan bruke titlar som gir inntrykk av han.',
    en: 'Only those who hold the authorisation, licence or specialist approval may use the professional title, and nobody may use titles that give the impression of it.',
  }),
};
