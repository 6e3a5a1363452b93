import type { Fault } from './fault.js';

export type ReportLanguage = 'nb' | 'en';

type Sentence = (fault: Fault) => Readonly<Record<ReportLanguage, string>>;

const same =
  (nb: string, en: string): Sentence =>
  () => ({ nb, en });

const why = ({ about }: Fault): string => (about === undefined ? '' : ` (${about})`);

/** What whoever verifies reads. An entry's number and the code stand before it. */
const sentences: Readonly<Record<Fault['code'], Sentence>> = {
  'line-too-long': same(
    'Linjen er lengre enn noen oppføring kan være.',
    'The line is longer than any entry can be.',
  ),
  'line-not-utf-8': same('Linjen er ikke gyldig UTF-8.', 'The line is not valid UTF-8.'),
  'line-not-json': same('Linjen er ikke gyldig JSON.', 'The line is not valid JSON.'),
  'line-fields': same(
    'Linjen har ikke nøyaktig feltene seq, bytes, payload og salt.',
    'The line does not have exactly the fields seq, bytes, payload and salt.',
  ),
  'line-base64': same('Linjen har ugyldig base64.', 'The line holds invalid base64.'),
  'line-form': same(
    'Innholdet stemmer, men linjen er skrevet på en annen måte enn eksporten skriver den: filen er endret etterpå.',
    'What it says is right, but the line is written otherwise than the export writes it: the file has been changed since.',
  ),
  'leaf-form': same(
    'Oppføringen har ikke en oppførings form.',
    'The entry does not have the form of an entry.',
  ),
  'number-missing': ({ about }) => ({
    nb: `Oppføringen mangler: på dens plass står nummer ${about}.`,
    en: `The entry is missing: number ${about} stands in its place.`,
  }),
  'number-other': ({ about }) => ({
    nb: `På denne plassen står nummer ${about}: oppføringer er satt inn, byttet om eller gjentatt.`,
    en: `Number ${about} stands in this place: entries have been inserted, reordered or repeated.`,
  }),
  'clinic-other': same('Oppføringen hører til en annen virksomhet.', 'The entry belongs to another clinic.'),
  'salt-missing': same(
    'Innhold og salt skal begge være der eller begge være borte.',
    'Payload and salt must both be there or both be gone.',
  ),
  'payload-hash': same(
    'Innholdet er ikke det som ble ført i loggen.',
    'The payload is not the one that was entered in the log.',
  ),
  'payload-missing': same(
    'Innholdet er borte uten at noen oppføring forteller at det er slettet.',
    'The payload is gone, and no entry says that it was erased.',
  ),
  'entry-unsigned': ({ last }) =>
    last === undefined
      ? { nb: 'Oppføringen er ikke den som ble signert.', en: 'The entry is not the one that was signed.' }
      : {
          nb: `Oppføringene herfra til og med ${last} ble signert samlet og er ikke de samme lenger.`,
          en: `The entries from here to ${last} were signed together and are no longer the same.`,
        },
  'entries-missing': same(
    'Filen slutter her, før så mange oppføringer som sjekkpunktet er signert for.',
    'The file ends here, short of as many entries as the checkpoint was signed for.',
  ),
  'entries-trailing': same(
    'Herfra står det mer i filen enn det sjekkpunktet er signert for.',
    'From here on the file holds more than the checkpoint was signed for.',
  ),
  'last-line-open': same(
    'Den siste linjen slutter uten linjeskift: filen er kuttet.',
    'The last line ends without a newline: the file has been cut.',
  ),
  'state-other': (fault) => ({
    nb: `Oppføringen passer ikke med det som står før den i loggen${why(fault)}.`,
    en: `The entry does not fit what stands before it in the log${why(fault)}.`,
  }),
  'not-a-bundle': same(
    'Dette er verken en pakke (zip eller mappe) eller en .tlog-proof-fil.',
    'This is neither a bundle (zip or folder) nor a .tlog-proof file.',
  ),
  unreadable: (fault) => ({
    nb: `Kan ikke leses${why(fault)}.`,
    en: `Cannot be read${why(fault)}.`,
  }),
  'file-missing': ({ about }) => ({ nb: `Filen ${about} mangler.`, en: `The file ${about} is missing.` }),
  'file-too-large': ({ about }) => ({
    nb: `Filen ${about} er større enn den kan være.`,
    en: `The file ${about} is larger than it can be.`,
  }),
  keys: (fault) => ({
    nb: `Nøklene i key.vkey kan ikke leses${why(fault)}.`,
    en: `The keys in key.vkey cannot be read${why(fault)}.`,
  }),
  'given-key': (fault) => ({
    nb: `Nøkkelen som ble oppgitt, kan ikke leses${why(fault)}.`,
    en: `The key that was given cannot be read${why(fault)}.`,
  }),
  checkpoint: (fault) => ({
    nb: `Sjekkpunktet holder ikke${why(fault)}: det er endret, eller signert av noen andre enn nøkkelen tilhører.`,
    en: `The checkpoint does not hold${why(fault)}: it was changed, or signed by another than the key belongs to.`,
  }),
  'origin-other': ({ about }) => ({
    nb: `Sjekkpunktet gjelder ${about}, og det er ikke loggen som oppføringene hører til.`,
    en: `The checkpoint is of ${about}, which is not the log that the entries belong to.`,
  }),
  range: (fault) => ({
    nb: `range.json holder ikke${why(fault)}.`,
    en: `range.json does not hold${why(fault)}.`,
  }),
  'root-other': same(
    'Oppføringene gir ikke roten som sjekkpunktet er signert for; hvilken oppføring det er, kan ikke sies.',
    'The entries do not give the root that the checkpoint was signed for; no single entry can be named.',
  ),
  'held-checkpoint': (fault) => ({
    nb: `Sjekkpunktet som ble oppgitt, er ikke fra denne loggen eller er ikke signert av dens nøkler${why(fault)}.`,
    en: `The checkpoint that was given is not of this log, or not signed by its keys${why(fault)}.`,
  }),
  'held-other': ({ about }) => ({
    nb: `Loggen begynner ikke med de ${about} oppføringene som sjekkpunktet du har, er signert for; hvilken av dem det er, kan ikke sies.`,
    en: `The log does not begin with the ${about} entries that the checkpoint you hold was signed for; no single one can be named.`,
  }),
  'held-longer': ({ about }) => ({
    nb: `Loggen er kortere enn de ${about} oppføringene som sjekkpunktet du har, er signert for: oppføringer er fjernet, eller pakken er eldre.`,
    en: `The log is shorter than the ${about} entries that the checkpoint you hold was signed for: entries have been removed, or the bundle is older.`,
  }),
  'held-outside': ({ about }) => ({
    nb: `Sjekkpunktet du har (${about} oppføringer), kan ikke prøves mot dette utdraget: hent hele loggen.`,
    en: `The checkpoint you hold (${about} entries) cannot be checked against this part: fetch the whole log.`,
  }),
  'summary-other': same(
    'Sammendraget er ikke det oppføringene gir: stol ikke på summary.html.',
    'The summary is not what the entries give: do not rely on summary.html.',
  ),
  proof: (fault) => ({
    nb: `Beviset holder ikke${why(fault)}.`,
    en: `The proof does not hold${why(fault)}.`,
  }),
  'key-not-given': same(
    'Beviset kan ikke prøves uten loggens nøkkel: gi den med --vkey.',
    'The proof cannot be checked without the key of the log: give it with --vkey.',
  ),
  'entry-not-given': (fault) => ({
    nb: `Sjekkpunktet i beviset er signert${why(fault)}, men at oppføringen er med, kan bare vises med oppføringen selv: gi den med --entry.`,
    en: `The checkpoint in the proof is signed${why(fault)}, but that the entry is included can only be shown with the entry itself: give it with --entry.`,
  }),
};

/** One line for one fault. */
export function faultText(fault: Fault, language: ReportLanguage): string {
  const sentence = sentences[fault.code](fault)[language];
  const entry = language === 'nb' ? 'Oppføring' : 'Entry';
  const place = fault.seq === undefined ? '' : `${entry} ${fault.seq}: `;
  return `${place}${sentence} [${fault.code}]`;
}
