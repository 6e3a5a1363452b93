import type { Text } from '../law/legal-bases.js';

/** What can be wrong with a field. `{bound}` stands for the limit, or the values to choose from. */
export const fieldTexts = {
  required: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' },
  'unknown-field': { nb: 'Feltet er ukjent.', nn: 'Feltet er ukjent.', en: 'The field is unknown.' },
  'wrong-type': {
    nb: 'Må være av typen {bound}.',
    nn: 'Må vere av typen {bound}.',
    en: 'Must be of type {bound}.',
  },
  blank: {
    nb: 'Må ha minst ett synlig tegn.',
    nn: 'Må ha minst eitt synleg teikn.',
    en: 'Must have at least one visible character.',
  },
  'too-short': {
    nb: 'Må ha minst {bound} tegn.',
    nn: 'Må ha minst {bound} teikn.',
    en: 'Must have at least {bound} characters.',
  },
  'too-long': {
    nb: 'Kan ha høyst {bound} tegn.',
    nn: 'Kan ha høgst {bound} teikn.',
    en: 'Can have at most {bound} characters.',
  },
  'too-few': { nb: 'Må ha minst {bound}.', nn: 'Må ha minst {bound}.', en: 'Must have at least {bound}.' },
  'too-many': { nb: 'Kan ha høyst {bound}.', nn: 'Kan ha høgst {bound}.', en: 'Can have at most {bound}.' },
  'too-small': {
    nb: 'Må være minst {bound}.',
    nn: 'Må vere minst {bound}.',
    en: 'Must be at least {bound}.',
  },
  'too-great': {
    nb: 'Kan være høyst {bound}.',
    nn: 'Kan vere høgst {bound}.',
    en: 'Can be at most {bound}.',
  },
  'too-deep': {
    nb: 'Innholdet er nøstet dypere enn {bound} nivåer.',
    nn: 'Innhaldet er nøsta djupare enn {bound} nivå.',
    en: 'The content is nested deeper than {bound} levels.',
  },
  repeated: {
    nb: 'Det samme står flere ganger.',
    nn: 'Det same står fleire gonger.',
    en: 'The same value occurs more than once.',
  },
  'not-one-of': {
    nb: 'Må være en av: {bound}.',
    nn: 'Må vere ein av: {bound}.',
    en: 'Must be one of: {bound}.',
  },
  'not-an-id': { nb: 'Er ikke en gyldig id.', nn: 'Er ikkje ein gyldig id.', en: 'Is not a valid id.' },
  'not-an-email': {
    nb: 'Er ikke en gyldig e-postadresse.',
    nn: 'Er ikkje ei gyldig e-postadresse.',
    en: 'Is not a valid e-mail address.',
  },
  'not-an-instant': {
    nb: 'Er ikke et tidspunkt. Skriv en dato (2026-02-28) eller et tidspunkt med tidssone (2026-02-28T08:00:00+01:00), mellom år 1900 og 2200.',
    nn: 'Er ikkje eit tidspunkt. Skriv ein dato (2026-02-28) eller eit tidspunkt med tidssone (2026-02-28T08:00:00+01:00), mellom år 1900 og 2200.',
    en: 'Is not a point in time. Write a date (2026-02-28) or a time with its offset (2026-02-28T08:00:00+01:00), between the years 1900 and 2200.',
  },
  'not-a-day': {
    nb: 'Er ikke en dato. Skriv den slik: 2026-02-28, mellom år 1900 og 2200.',
    nn: 'Er ikkje ein dato. Skriv han slik: 2026-02-28, mellom år 1900 og 2200.',
    en: 'Is not a date. Write it like this: 2026-02-28, between the years 1900 and 2200.',
  },
  'not-an-organisation-number': {
    nb: 'Er ikke et gyldig organisasjonsnummer.',
    nn: 'Er ikkje eit gyldig organisasjonsnummer.',
    en: 'Is not a valid organisation number.',
  },
  'not-a-cursor': {
    nb: 'Er ikke en gyldig markør. Bruk nextCursor fra forrige side, eller begynn forfra.',
    nn: 'Er ikkje ein gyldig markør. Bruk nextCursor frå førre side, eller byrja på nytt.',
    en: 'Is not a valid cursor. Use nextCursor from the previous page, or begin again.',
  },
  'not-a-key': {
    nb: 'Må være 1 til 255 synlige ASCII-tegn uten mellomrom.',
    nn: 'Må vere 1 til 255 synlege ASCII-teikn utan mellomrom.',
    en: 'Must be 1 to 255 visible ASCII characters without spaces.',
  },
  'not-a-root': {
    nb: 'Er ikke roten av et sjekkpunkt. Skriv linjen fra sjekkpunktet som den er (base64, 44 tegn).',
    nn: 'Er ikkje rota av eit sjekkpunkt. Skriv linja frå sjekkpunktet som ho er (base64, 44 teikn).',
    en: 'Is not the root of a checkpoint. Write the line of the checkpoint as it is (base64, 44 characters).',
  },
  'identity-number': {
    nb: 'Inneholder et fødselsnummer eller D-nummer, og det skal ikke stå her. Ta det bort.',
    nn: 'Inneheld eit fødselsnummer eller D-nummer, og det skal ikkje stå her. Ta det bort.',
    en: 'Contains a national identity number, which must not be written here. Remove it.',
  },
  'control-character': {
    nb: 'Inneholder styretegn som ikke kan brukes her.',
    nn: 'Inneheld styreteikn som ikkje kan brukast her.',
    en: 'Contains control characters that cannot be used here.',
  },
  'not-well-formed': {
    nb: 'Inneholder tegn som ikke er gyldig Unicode.',
    nn: 'Inneheld teikn som ikkje er gyldig Unicode.',
    en: 'Contains characters that are not valid Unicode.',
  },
  'forbidden-name': {
    nb: 'Inneholder et feltnavn som ikke er tillatt.',
    nn: 'Inneheld eit feltnamn som ikkje er tillate.',
    en: 'Contains a field name that is not allowed.',
  },
  'after-today': {
    nb: 'Kan ikke være senere enn i dag.',
    nn: 'Kan ikkje vere seinare enn i dag.',
    en: 'Cannot be later than today.',
  },
  'ends-before-start': {
    nb: 'Slutten må være etter starten.',
    nn: 'Slutten må vere etter starten.',
    en: 'The end must be after the start.',
  },
  'before-start': {
    nb: 'Må være etter at det begynte.',
    nn: 'Må vere etter at det byrja.',
    en: 'Must be after it began.',
  },
  'before-previous-version': {
    nb: 'Kan ikke gjelde fra før den forrige versjonen.',
    nn: 'Kan ikkje gjelde frå før den førre versjonen.',
    en: 'Cannot take effect before the previous version.',
  },
  'not-authorisable': {
    nb: 'Yrkesgruppen har ingen autorisasjonsordning, så den kan ikke registreres med autorisasjon.',
    nn: 'Yrkesgruppa har inga autorisasjonsordning, så ho kan ikkje registrerast med autorisasjon.',
    en: 'There is no authorisation scheme for this occupation, so no authorisation can be registered.',
  },
  'no-competence': {
    nb: 'Målet har ingen kompetanse som det kan gis kompetansebevis for. La feltet stå tomt.',
    nn: 'Målet har ingen kompetanse som det kan givast kompetansebevis for. La feltet stå tomt.',
    en: 'The goal has no competence of which a record could be given. Leave the field empty.',
  },
  'not-an-auditor': {
    nb: 'Gjelder bare rollen «auditor». Gi rollen også, eller la feltet stå tomt.',
    nn: 'Gjeld berre rolla «auditor». Gi rolla òg, eller la feltet stå tomt.',
    en: 'Applies to the role “auditor” only. Give the role as well, or leave the field empty.',
  },
  'not-a-table': {
    nb: 'Kan ikke leses som et regneark. Lagre det som XLSX (ikke XLS) uten passord, eller som CSV.',
    nn: 'Kan ikkje lesast som eit rekneark. Lagre det som XLSX (ikkje XLS) utan passord, eller som CSV.',
    en: 'Cannot be read as a spreadsheet. Save it as XLSX (not XLS) without a password, or as CSV.',
  },
  'too-many-pairs': {
    nb: 'Velg færre personer eller oppgaver om gangen: høyst {bound} par av en person og en oppgave.',
    nn: 'Vel færre personar eller oppgåver om gongen: høgst {bound} par av ein person og ei oppgåve.',
    en: 'Choose fewer people or tasks at a time: at most {bound} pairs of a person and a task.',
  },
  'too-many-rows': {
    nb: 'Har flere enn {bound} rader. Del filen i flere.',
    nn: 'Har fleire enn {bound} rader. Del fila i fleire.',
    en: 'Has more than {bound} rows. Split the file.',
  },
  'too-many-columns': {
    nb: 'Har flere enn {bound} kolonner. Ta bort dem som ikke trengs.',
    nn: 'Har fleire enn {bound} kolonnar. Ta bort dei som ikkje trengst.',
    en: 'Has more than {bound} columns. Remove those that are not needed.',
  },
  'not-a-date': {
    nb: 'Er ikke en dato. Skriv dag, måned og år med fire siffer: 28.02.2026 eller 2026-02-28.',
    nn: 'Er ikkje ein dato. Skriv dag, månad og år med fire siffer: 28.02.2026 eller 2026-02-28.',
    en: 'Is not a date. Write day, month and year with four digits: 28.02.2026 or 2026-02-28.',
  },
  'date-ambiguous': {
    nb: 'Kan være flere datoer: året har to siffer, eller dag og måned kan ha byttet plass. Skriv 28.02.2026 eller 2026-02-28.',
    nn: 'Kan vere fleire datoar: året har to siffer, eller dag og månad kan ha bytt plass. Skriv 28.02.2026 eller 2026-02-28.',
    en: 'Could be several dates: the year has two digits, or day and month may have changed places. Write 28.02.2026 or 2026-02-28.',
  },
  'not-an-hpr-number': {
    nb: 'Er ikke et HPR-nummer: et helt tall med høyst ni siffer.',
    nn: 'Er ikkje eit HPR-nummer: eit heilt tal med høgst ni siffer.',
    en: 'Is not an HPR number: a whole number of at most nine digits.',
  },
  'person-unknown': {
    nb: 'Ingen ved virksomheten passer med det som står her. Registrer personen først, eller rett navnet, HPR-nummeret eller e-postadressen.',
    nn: 'Ingen ved verksemda passar med det som står her. Registrer personen først, eller rett namnet, HPR-nummeret eller e-postadressa.',
    en: 'Nobody at the clinic fits what is written here. Register the person first, or correct the name, the HPR number or the e-mail address.',
  },
  'person-ambiguous': {
    nb: 'Passer med flere ved virksomheten. Skriv HPR-nummer eller e-postadresse, så er det ingen tvil.',
    nn: 'Passar med fleire ved verksemda. Skriv HPR-nummer eller e-postadresse, så er det ingen tvil.',
    en: 'Fits several people at the clinic. Write the HPR number or the e-mail address, and there is no doubt.',
  },
  'person-contradicted': {
    nb: 'Navnet, HPR-nummeret og e-postadressen hører ikke til samme person.',
    nn: 'Namnet, HPR-nummeret og e-postadressa høyrer ikkje til same person.',
    en: 'The name, the HPR number and the e-mail address do not belong to the same person.',
  },
  'competence-unknown': {
    nb: 'Virksomheten har ingen kompetanse med dette navnet.[ De som ligner mest: {bound}.]',
    nn: 'Verksemda har ingen kompetanse med dette namnet.[ Dei som liknar mest: {bound}.]',
    en: 'The clinic has no competence by this name.[ The most similar: {bound}.]',
  },
  'competence-ambiguous': {
    nb: 'Flere kompetanser heter det samme. Bruk koden fra katalogen, eller gi dem hvert sitt navn.',
    nn: 'Fleire kompetansar heiter det same. Bruk koden frå katalogen, eller gi dei kvart sitt namn.',
    en: 'Several competences have the same name. Use the code of the catalogue, or give each a name of its own.',
  },
  'competence-not-adopted': {
    nb: 'Står i den nasjonale katalogen («{bound}»), men virksomheten har ikke tatt den i bruk. Gjør det først.',
    nn: 'Står i den nasjonale katalogen («{bound}»), men verksemda har ikkje teke han i bruk. Gjer det først.',
    en: 'Is in the national catalogue (“{bound}”), but the clinic has not taken it into use. Do that first.',
  },
  'level-unknown': {
    nb: 'Kompetansen har ikke dette nivået. Nivåene er, fra det laveste: {bound}.',
    nn: 'Kompetansen har ikkje dette nivået. Nivåa er, frå det lågaste: {bound}.',
    en: 'The competence has no such level. The levels are, from the lowest: {bound}.',
  },
} as const satisfies Record<string, Text>;

export type FieldCode = keyof typeof fieldTexts;
