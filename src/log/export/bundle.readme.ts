/** LESMEG.txt: what an inspector reads first. */
export const readme = (clinic: string, part: boolean): string => `Delegeringsloggen til ${clinic}
${part ? 'Utdrag av loggen\n' : ''}
Slik kontrollerer du pakken (Node 20 eller nyere, uten nett):
  1. Pakk ut alt i en mappe.
  2. Kjør: node verify.mjs
  Sluttkode 0 og én linje: alt holder. Sluttkode 1: linjene sier hva som ikke holder, og nummeret på den første
  oppføringen det gjelder.
  Har du et sjekkpunkt fra før: node verify.mjs --checkpoint FIL
  Har du nøkkelen fra en annen kilde: node verify.mjs --vkey NØKKEL
  In English: node verify.mjs --lang en

Filene:
  entries.ndjson      hver oppføring: de nøyaktige bytene (base64), innhold og salt. Innhold som er slettet, er null.
  checkpoint          loggens størrelse og rot, signert (C2SP tlog-checkpoint). Ta vare på den: med den kan du neste gang
                      se om noe er endret.
  checkpoints.ndjson  sjekkpunktet etter hver handling. Brukes bare til å finne hvilken oppføring som er endret.
  key.vkey            nøklene som signaturen prøves mot. De ligger i pakken selv: at de er virksomhetens, må du få
                      bekreftet på en annen måte.
${part ? partFiles : wholeFiles}  catalogue.json      den nasjonale katalogen i denne versjonen av Fullmakt (ikke signert).
  rules.json          reglene og rettskildene i denne versjonen av Fullmakt (ikke signert).
  verify.mjs          kontrollprogrammet. Kom det med en pakke du ikke stoler på, bruk et du har fra før:
                      node verify.mjs MAPPE

Dette kan pakken ikke vise:
  Det som er ført etter det siste sjekkpunktet noen utenfor virksomheten har, kan være kuttet bort uten at det synes.
  Loggen viser hva som ble ført, av hvem og når, ikke at det som ble ført, var riktig.
`;

const wholeFiles = `  summary.html        lesbart sammendrag, laget av oppføringene; verify.mjs lager det på nytt og sammenligner.
                      Mangler det, lot loggen seg ikke regne ut.
  bundle.json         tidspunktet sammendraget gjelder for.
`;

const partFiles = `  range.json          hashene som knytter utdraget til roten av hele loggen. Et utdrag har ikke noe sammendrag.
`;
