import { type Text, text } from '../law/legal-bases.js';
import type { CompetenceNeed, TaskCompetence } from './competence.types.js';
import { example } from './sources.js';

const clinicDecides = text(
  'Forslag fra Fullmakt: virksomheten bestemmer selv hvilken kompetanse den krever til oppgaven.',
  'Forslag frå Fullmakt: verksemda avgjer sjølv kva kompetanse ho krev til oppgåva.',
  'Fullmakt’s suggestion: the clinic itself decides what competence it requires for the task.',
);

const emergency = text(
  'Forslag fra Fullmakt til den planlagte beredskapen; påtrengende nødvendig hjelp (helsepersonelloven § 7) hindres aldri av at et kurs mangler eller er utløpt.',
  'Forslag frå Fullmakt til den planlagde beredskapen; påtrengjande nødvendig hjelp (helsepersonellova § 7) blir aldri hindra av at eit kurs manglar eller er gått ut.',
  'Fullmakt’s suggestion for planned readiness; urgently necessary help (Health Personnel Act § 7) is never barred by a missing or expired course.',
);

const medicine = text(
  'Forslag fra Fullmakt: bevisene støtter den ansvarlige lederens godkjenning og erstatter den ikke.',
  'Forslag frå Fullmakt: bevisa støttar godkjenninga frå den ansvarlege leiaren og erstattar henne ikkje.',
  'Fullmakt’s suggestion: the records support the responsible manager’s approval and do not replace it.',
);

const radiation = text(
  'Forslag fra Fullmakt: strålevernforskriften krever kompetanse i strålevern, men ikke akkurat dette kurset.',
  'Forslag frå Fullmakt: strålevernforskrifta krev kompetanse i strålevern, men ikkje akkurat dette kurset.',
  'Fullmakt’s suggestion: the Radiation Protection Regulations require competence in radiation protection, but not this very course.',
);

const contested = text(
  'Forslag fra Fullmakt til en omstridt oppgave: i tillegg kommer tannlegens begrunnede vurdering og at tannlegen er til stede.',
  'Forslag frå Fullmakt til ei omstridd oppgåve: i tillegg kjem den grunngitte vurderinga til tannlegen og at tannlegen er til stades.',
  'Fullmakt’s suggestion for a contested task: the dentist’s reasoned assessment and presence come in addition.',
);

const passed = (competence: string): CompetenceNeed => ({ competence, level: 1 });
const supervised = (competence: string): CompetenceNeed => ({ competence, level: 1 });
const alone = (competence: string): CompetenceNeed => ({ competence, level: 2 });

const secrecy = passed('taushetsplikt-og-personvern');
const record = passed('journalsystem');
const urgency = passed('hastegrad-paa-telefon');
const hygiene = passed('smittevern');
const resuscitation = passed('hlr');
const anaphylaxis = passed('anafylaksi');
const security = passed('informasjonssikkerhet');
const medicines = [passed('legemiddelhaandtering-kurs'), passed('legemiddelhaandtering-proeve')];

interface Needs {
  readonly allOf?: readonly CompetenceNeed[];
  readonly anyOf?: readonly CompetenceNeed[];
  readonly note?: Text;
}

/** By task; one that is not here needs no more, in the product's view, than the right to do it. */
const needs: Readonly<Record<string, Needs>> = {
  'resepsjon-it': { allOf: [record, security] },
  'resepsjon-innkalling-og-mottak': { allOf: [record, secrecy] },
  'resepsjon-telefonhenvendelser': { allOf: [urgency, secrecy] },
  'resepsjon-digitale-meldinger': { allOf: [urgency, secrecy] },
  'resepsjon-blanketter-og-rekvisisjoner': { allOf: [secrecy] },
  'resepsjon-dokumentasjon-og-registrering': { allOf: [record, secrecy] },
  'resepsjon-pasientregnskap': { allOf: [alone('pasientregnskap'), secrecy] },
  'resepsjon-oppgjoer-paa-betalingsterminal': { allOf: [alone('pasientregnskap')] },
  'resepsjon-post': { allOf: [secrecy] },
  'resepsjon-arkivering': { allOf: [secrecy] },
  'resepsjon-scanning': { allOf: [record, secrecy] },
  'resepsjon-bestille-pasientreiser': { allOf: [secrecy] },
  'resepsjon-bestille-tolketjeneste': { allOf: [secrecy] },
  'resepsjon-bestille-ambulanse': { allOf: [urgency, secrecy], note: emergency },

  'laboratorium-blodproevetaking': { allOf: [alone('blodproevetaking'), hygiene] },
  'laboratorium-sentrifugere-og-avpipettere': { allOf: [alone('behandling-av-blodproever'), hygiene] },
  'laboratorium-analysere-lokale-proever': {
    allOf: [alone('pasientnaere-analyser'), hygiene],
    anyOf: [alone('kapillaerproevetaking'), alone('blodproevetaking')],
  },
  'laboratorium-analysere-urin-og-faeces': { allOf: [alone('urin-og-avfoeringsproever'), hygiene] },
  'laboratorium-vedlikehold-av-medisinsk-utstyr': { allOf: [passed('medisinsk-utstyr')] },
  'laboratorium-forsendelse-av-proever': { allOf: [alone('forsendelse-av-proever')] },
  'laboratorium-renhold-og-dekontaminering': { allOf: [alone('renhold-og-dekontaminering'), hygiene] },
  'laboratorium-kvalitetssikring-noklus': { allOf: [passed('noklus-prosedyrer')] },

  'skiftestue-foerstehjelp': { allOf: [passed('foerstehjelp'), resuscitation], note: emergency },
  'skiftestue-sette-injeksjoner': {
    allOf: [alone('injeksjoner'), ...medicines, anaphylaxis],
    note: medicine,
  },
  'skiftestue-saarskift': { allOf: [alone('saarstell'), hygiene] },
  'skiftestue-enkelt-saarstell': {
    allOf: [hygiene],
    anyOf: [alone('saarstell'), alone('saarrevisjon')],
  },
  'skiftestue-ekg': { allOf: [alone('ekg')] },
  'skiftestue-bt-puls-temperatur': { allOf: [alone('vitale-maalinger')] },
  'skiftestue-ankel-arm-indeks': { allOf: [alone('ankel-arm-indeks')] },
  'skiftestue-ortostatisk-blodtrykk': { allOf: [alone('ortostatisk-blodtrykk')] },
  'skiftestue-saturasjonsmaaling': { allOf: [alone('saturasjonsmaaling')] },
  'skiftestue-frysebehandling-av-vorter': { allOf: [alone('frysebehandling-av-vorter')] },
  'skiftestue-audiometri': { allOf: [alone('audiometri')] },
  'skiftestue-spirometri': { allOf: [alone('spirometri')] },
  'skiftestue-dryppe-og-skylle-oeye-og-oere': { allOf: [alone('dryppe-og-skylle-oeye-og-oere')] },
  'skiftestue-fjerne-suturer-og-agraffer': { allOf: [alone('suturfjerning'), hygiene] },
  'skiftestue-assistere-ved-smaakirurgi': { allOf: [alone('assistere-ved-smaakirurgi'), hygiene] },
  'skiftestue-renhold-og-dekontaminering': { allOf: [alone('renhold-og-dekontaminering'), hygiene] },

  'generelt-skrive-pasientjournaler': { allOf: [record, secrecy] },
  'generelt-delta-i-opplaering': { allOf: [secrecy] },

  'tannhelse-smittevern': { allOf: [hygiene] },
  'tannhelse-desinfisering-og-sterilisering': {
    allOf: [passed('sterilisering'), alone('autoklav'), hygiene],
  },
  'tannhelse-materialer-og-legemidler': { allOf: [alone('tannbehandlingsmaterialer')], note: medicine },
  'tannhelse-roentgenbilde': {
    allOf: [passed('straalevern-tannroentgen'), alone('tannroentgen')],
    note: radiation,
  },
  'tannhelse-enklere-laboratoriearbeid': { allOf: [alone('enklere-laboratoriearbeid-tann')] },
  'tannhelse-klargjoere-utstyr': { allOf: [passed('sterilisering'), hygiene] },
  'tannhelse-service': { allOf: [secrecy] },
  'tannhelse-administrativt-arbeid': { allOf: [record, secrecy] },
  'tannhelse-kommunikasjon': { allOf: [secrecy] },
  'tannhelse-assistere-tannlegen': { allOf: [alone('assistere-tannlegen'), hygiene, resuscitation] },
  'tannhelse-profylaktiske-oppgaver': { allOf: [alone('profylakse'), hygiene] },
  'tannhelse-infiltrasjonsanestesi': {
    allOf: [
      passed('infiltrasjonsanestesi-kurs'),
      supervised('infiltrasjonsanestesi-praksis'),
      anaphylaxis,
      resuscitation,
    ],
    note: contested,
  },

  'lege-intravenoes-infusjon': {
    allOf: [alone('intravenoes-infusjon'), ...medicines, anaphylaxis],
    note: medicine,
  },
  'lege-kateterisering-av-urinblaeren': { allOf: [alone('urinkateter'), hygiene] },
  'lege-vaksinasjon-etter-ordinasjon': {
    allOf: [passed('vaksinasjon'), alone('injeksjoner'), ...medicines, anaphylaxis],
    note: medicine,
  },
  'lege-allergiprikktest': { allOf: [alone('allergiprikktest'), anaphylaxis] },
  'lege-oerevoks-ved-mikrosug': { allOf: [alone('mikrosug')] },
  'lege-injeksjon-av-depotlegemiddel': { allOf: [alone('depotinjeksjon'), ...medicines], note: medicine },
  'lege-saarrevisjon': { allOf: [alone('saarrevisjon'), hygiene] },
  'lege-perifert-venekateter': { allOf: [alone('perifert-venekateter'), hygiene] },
  'lege-24-timers-blodtrykk': { allOf: [alone('24-timers-blodtrykk')] },
  'lege-langtids-ekg': { allOf: [alone('langtids-ekg')] },

  'teknologi-drifte-systemer': { allOf: [alone('drift-av-helsesystemer'), security] },
  'teknologi-vedlikeholde-systemer': { allOf: [alone('drift-av-helsesystemer'), security] },
  'teknologi-teste-systemer': { allOf: [alone('drift-av-helsesystemer'), security] },
  'teknologi-utvikle-systemer': { allOf: [alone('utvikling-av-helsesystemer'), security] },
  'teknologi-oversikt-over-data': {
    allOf: [security],
    anyOf: [passed('helsedata'), passed('helseteknologi')],
  },
  'teknologi-stoette-brukere': {
    anyOf: [passed('innsyn-i-pasientforloep'), passed('hoeyteknologisk-utstyr'), passed('helseteknologi')],
  },
  'teknologi-brukervennlige-loesninger': {
    anyOf: [passed('innsyn-i-pasientforloep'), passed('helseteknologi')],
  },
  'teknologi-utvikle-helsetilbudet': {
    anyOf: [passed('innsyn-i-pasientforloep'), passed('helseteknologi')],
  },
};

/**
 * What the product suggests of whoever does a catalogue task. Never law, and binding on nobody: it counts at a clinic
 * from the day the clinic makes it its own. The police's blood sample has none, since statute itself lays that duty on the four groups.
 */
export const taskCompetences: readonly TaskCompetence[] = Object.entries(needs).map(
  ([task, { allOf = [], anyOf = [], note = clinicDecides }]) => ({
    task,
    allOf,
    anyOf,
    strength: 'POLICY',
    source: example,
    note,
  }),
);
