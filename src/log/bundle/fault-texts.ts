import { type Text, text } from '../../law/legal-bases.js';
import type { Fault } from './fault.js';
import type { ReportLanguage } from './language.js';

type Sentence = (fault: Fault) => Text;

const always =
  (nb: string, nn: string, en: string): Sentence =>
  () =>
    text(nb, nn, en);

const why = ({ about }: Fault): string => (about === undefined ? '' : ` (${about})`);

/** What whoever verifies reads. An entry's number and the code stand before it. */
const sentences: Readonly<Record<Fault['code'], Sentence>> = {
  'line-too-long': always(
    'Linjen er lengre enn noen oppføring kan være.',
    'Linja er lengre enn noka oppføring kan vere.',
    'The line is longer than any entry can be.',
  ),
  'line-not-utf-8': always(
    'Linjen er ikke gyldig UTF-8.',
    'Linja er ikkje gyldig UTF-8.',
    'The line is not valid UTF-8.',
  ),
  'line-not-json': always(
    'Linjen er ikke gyldig JSON.',
    'Linja er ikkje gyldig JSON.',
    'The line is not valid JSON.',
  ),
  'line-fields': always(
    'Linjen har ikke nøyaktig feltene seq, bytes, payload og salt.',
    'Linja har ikkje nøyaktig felta seq, bytes, payload og salt.',
    'The line does not have exactly the fields seq, bytes, payload and salt.',
  ),
  'line-base64': always(
    'Linjen har ugyldig base64.',
    'Linja har ugyldig base64.',
    'The line holds invalid base64.',
  ),
  'line-form': always(
    'Innholdet stemmer, men linjen er skrevet på en annen måte enn eksporten skriver den: filen er endret etterpå.',
    'Innhaldet stemmer, men linja er skriven på ein annan måte enn eksporten skriv ho: fila er endra etterpå.',
    'What it says is right, but the line is written otherwise than the export writes it: the file has been changed since.',
  ),
  'leaf-form': always(
    'Oppføringen har ikke en oppførings form.',
    'Oppføringa har ikkje forma til ei oppføring.',
    'The entry does not have the form of an entry.',
  ),
  'number-missing': ({ about }) => ({
    nb: `Oppføringen mangler: på dens plass står nummer ${about}.`,
    nn: `Oppføringa manglar: på plassen hennar står nummer ${about}.`,
    en: `The entry is missing: number ${about} stands in its place.`,
  }),
  'number-other': ({ about }) => ({
    nb: `På denne plassen står nummer ${about}: oppføringer er satt inn, byttet om eller gjentatt.`,
    nn: `På denne plassen står nummer ${about}: oppføringar er sette inn, bytte om eller tekne opp att.`,
    en: `Number ${about} stands in this place: entries have been inserted, reordered or repeated.`,
  }),
  'clinic-other': always(
    'Oppføringen hører til en annen virksomhet.',
    'Oppføringa høyrer til ei anna verksemd.',
    'The entry belongs to another clinic.',
  ),
  'salt-missing': always(
    'Innhold og salt skal begge være der eller begge være borte.',
    'Innhald og salt skal begge vere der eller begge vere borte.',
    'Payload and salt must both be there or both be gone.',
  ),
  'payload-hash': always(
    'Innholdet er ikke det som ble ført i loggen.',
    'Innhaldet er ikkje det som vart ført i loggen.',
    'The payload is not the one that was entered in the log.',
  ),
  'payload-missing': always(
    'Innholdet er borte uten at noen oppføring forteller at det er slettet.',
    'Innhaldet er borte utan at noka oppføring fortel at det er sletta.',
    'The payload is gone, and no entry says that it was erased.',
  ),
  'entry-unsigned': ({ last }) =>
    last === undefined
      ? {
          nb: 'Oppføringen er ikke den som ble signert.',
          nn: 'Oppføringa er ikkje den som vart signert.',
          en: 'The entry is not the one that was signed.',
        }
      : {
          nb: `Oppføringene herfra til og med ${last} ble signert samlet og er ikke de samme lenger.`,
          nn: `Oppføringane herifrå til og med ${last} vart signerte samla og er ikkje dei same lenger.`,
          en: `The entries from here to ${last} were signed together and are no longer the same.`,
        },
  'entries-missing': always(
    'Filen slutter her, før så mange oppføringer som sjekkpunktet er signert for.',
    'Fila sluttar her, før så mange oppføringar som sjekkpunktet er signert for.',
    'The file ends here, short of as many entries as the checkpoint was signed for.',
  ),
  'entries-trailing': always(
    'Herfra står det mer i filen enn det sjekkpunktet er signert for.',
    'Herifrå står det meir i fila enn det sjekkpunktet er signert for.',
    'From here on the file holds more than the checkpoint was signed for.',
  ),
  'last-line-open': always(
    'Den siste linjen slutter uten linjeskift: filen er kuttet.',
    'Den siste linja sluttar utan linjeskift: fila er kutta.',
    'The last line ends without a newline: the file has been cut.',
  ),
  'state-other': (fault) => ({
    nb: `Oppføringen passer ikke med det som står før den i loggen${why(fault)}.`,
    nn: `Oppføringa passar ikkje med det som står før ho i loggen${why(fault)}.`,
    en: `The entry does not fit what stands before it in the log${why(fault)}.`,
  }),
  'not-a-bundle': always(
    'Dette er verken en pakke (zip eller mappe) eller en .tlog-proof-fil.',
    'Dette er korkje ei pakke (zip eller mappe) eller ei .tlog-proof-fil.',
    'This is neither a bundle (zip or folder) nor a .tlog-proof file.',
  ),
  unreadable: (fault) => ({
    nb: `Kan ikke leses${why(fault)}.`,
    nn: `Kan ikkje lesast${why(fault)}.`,
    en: `Cannot be read${why(fault)}.`,
  }),
  'file-missing': ({ about }) => ({
    nb: `Filen ${about} mangler.`,
    nn: `Fila ${about} manglar.`,
    en: `The file ${about} is missing.`,
  }),
  'file-too-large': ({ about }) => ({
    nb: `Filen ${about} er større enn den kan være.`,
    nn: `Fila ${about} er større enn ho kan vere.`,
    en: `The file ${about} is larger than it can be.`,
  }),
  keys: (fault) => ({
    nb: `Nøklene i key.vkey kan ikke leses${why(fault)}.`,
    nn: `Nøklane i key.vkey kan ikkje lesast${why(fault)}.`,
    en: `The keys in key.vkey cannot be read${why(fault)}.`,
  }),
  'given-key': (fault) => ({
    nb: `Nøkkelen som ble oppgitt, kan ikke leses${why(fault)}.`,
    nn: `Nøkkelen som vart oppgitt, kan ikkje lesast${why(fault)}.`,
    en: `The key that was given cannot be read${why(fault)}.`,
  }),
  checkpoint: (fault) => ({
    nb: `Sjekkpunktet holder ikke${why(fault)}: det er endret, eller signert av noen andre enn nøkkelen tilhører.`,
    nn: `Sjekkpunktet held ikkje${why(fault)}: det er endra, eller signert av nokon annan enn den som nøkkelen høyrer til.`,
    en: `The checkpoint does not hold${why(fault)}: it was changed, or signed by another than the key belongs to.`,
  }),
  'origin-other': ({ about }) => ({
    nb: `Sjekkpunktet gjelder ${about}, og det er ikke loggen som oppføringene hører til.`,
    nn: `Sjekkpunktet gjeld ${about}, og det er ikkje loggen som oppføringane høyrer til.`,
    en: `The checkpoint is of ${about}, which is not the log that the entries belong to.`,
  }),
  range: (fault) => ({
    nb: `range.json holder ikke${why(fault)}.`,
    nn: `range.json held ikkje${why(fault)}.`,
    en: `range.json does not hold${why(fault)}.`,
  }),
  'root-other': always(
    'Oppføringene gir ikke roten som sjekkpunktet er signert for; hvilken oppføring det er, kan ikke sies.',
    'Oppføringane gir ikkje rota som sjekkpunktet er signert for; kva oppføring det er, kan ikkje seiast.',
    'The entries do not give the root that the checkpoint was signed for; no single entry can be named.',
  ),
  'held-checkpoint': (fault) => ({
    nb: `Sjekkpunktet som ble oppgitt, er ikke fra denne loggen eller er ikke signert av dens nøkler${why(fault)}.`,
    nn: `Sjekkpunktet som vart oppgitt, er ikkje frå denne loggen eller er ikkje signert av nøklane hans${why(fault)}.`,
    en: `The checkpoint that was given is not of this log, or not signed by its keys${why(fault)}.`,
  }),
  'held-other': ({ about }) => ({
    nb: `Loggen begynner ikke med de ${about} oppføringene som sjekkpunktet du har, er signert for; hvilken av dem det er, kan ikke sies.`,
    nn: `Loggen byrjar ikkje med dei ${about} oppføringane som sjekkpunktet du har, er signert for; kven av dei det er, kan ikkje seiast.`,
    en: `The log does not begin with the ${about} entries that the checkpoint you hold was signed for; no single one can be named.`,
  }),
  'held-longer': ({ about }) => ({
    nb: `Loggen er kortere enn de ${about} oppføringene som sjekkpunktet du har, er signert for: oppføringer er fjernet, eller pakken er eldre.`,
    nn: `Loggen er kortare enn dei ${about} oppføringane som sjekkpunktet du har, er signert for: oppføringar er fjerna, eller pakka er eldre.`,
    en: `The log is shorter than the ${about} entries that the checkpoint you hold was signed for: entries have been removed, or the bundle is older.`,
  }),
  'held-outside': ({ about }) => ({
    nb: `Sjekkpunktet du har (${about} oppføringer), kan ikke prøves mot dette utdraget: hent hele loggen.`,
    nn: `Sjekkpunktet du har (${about} oppføringar), kan ikkje prøvast mot dette utdraget: hent heile loggen.`,
    en: `The checkpoint you hold (${about} entries) cannot be checked against this part: fetch the whole log.`,
  }),
  'summary-other': always(
    'Sammendraget er ikke det oppføringene gir: stol ikke på summary.html.',
    'Samandraget er ikkje det oppføringane gir: stol ikkje på summary.html.',
    'The summary is not what the entries give: do not rely on summary.html.',
  ),
  proof: (fault) => ({
    nb: `Beviset holder ikke${why(fault)}.`,
    nn: `Beviset held ikkje${why(fault)}.`,
    en: `The proof does not hold${why(fault)}.`,
  }),
  'key-not-given': always(
    'Beviset kan ikke prøves uten loggens nøkkel: gi den med --vkey.',
    'Beviset kan ikkje prøvast utan nøkkelen til loggen: gi han med --vkey.',
    'The proof cannot be checked without the key of the log: give it with --vkey.',
  ),
  'entry-not-given': (fault) => ({
    nb: `Sjekkpunktet i beviset er signert${why(fault)}, men at oppføringen er med, kan bare vises med oppføringen selv: gi den med --entry.`,
    nn: `Sjekkpunktet i beviset er signert${why(fault)}, men at oppføringa er med, kan berre visast med oppføringa sjølv: gi ho med --entry.`,
    en: `The checkpoint in the proof is signed${why(fault)}, but that the entry is included can only be shown with the entry itself: give it with --entry.`,
  }),
};

const entryWord = text('Oppføring', 'Oppføring', 'Entry');

/** One line for one fault. */
export function faultText(fault: Fault, language: ReportLanguage): string {
  const sentence = sentences[fault.code](fault)[language];
  const place = fault.seq === undefined ? '' : `${entryWord[language]} ${fault.seq}: `;
  return `${place}${sentence} [${fault.code}]`;
}
