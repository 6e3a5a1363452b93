import { plainTable, type Row } from './table.js';

const words: readonly Row[] = [
  ['Avvist forsøk', 'Noe som ble forsøkt, og som reglene sa nei til. Det er ført med grunnene.'],
  [
    'Delegering',
    'En bestemt oppgave overlatt fra en som har den i egen kompetanse, til en navngitt person, etter helsepersonelloven § 5.',
  ],
  [
    'Egen kompetanse',
    'At en yrkesgruppe har oppgaven i kraft av yrket sitt, slik virksomheten har lagt det opp.',
  ],
  ['Egen oppgave', 'En oppgave lederen har tildelt innenfor stillingen. Den krever ingen delegering.'],
  [
    'Godkjenning',
    'At den ansvarlige lederen har godkjent en navngitt person for legemiddelhåndtering i en periode.',
  ],
  [
    'Kompetansebevis',
    'At noen har vist at de mestrer noe: når, på hvilket nivå, hvem som bekreftet det, og hvor lenge det gjelder.',
  ],
  [
    'Nr. i loggen',
    'Oppføringens nummer, fra 0 og uten hull. Det er det samme i entries.ndjson og i svaret fra verify.mjs.',
  ],
  ['Opplæring', 'Kurs, møter, internundervisning, e-læring og øvelsesdager, med hvem som var til stede.'],
  [
    'Reaksjon',
    'Suspensjon, begrensning, tilbakekall, avkall eller forbud mot å yte helsehjelp (helsepersonelloven §§ 57–59).',
  ],
  [
    'Rot',
    'Ett tall regnet ut av alle oppføringene. Endres, fjernes eller flyttes én av dem, blir roten en annen.',
  ],
  [
    'Sjekkpunkt',
    'Antall oppføringer og roten, signert av virksomhetens logg. Den som har et sjekkpunkt, kan oppdage alle senere endringer i det som kom før.',
  ],
  ['Tilknytning', 'At en person er ansatt, vikar, elev, student eller innleid i virksomheten i en periode.'],
];

/** What the words of the summary mean; the rest of it leans on them. */
export function* wordsSection(): Generator<string> {
  yield '<section aria-labelledby="ord"><h2 id="ord">8 Ord</h2>\n';
  yield* plainTable('Ord i oversikten', ['Ord', 'Betydning'], words);
  yield '</section>\n';
}
