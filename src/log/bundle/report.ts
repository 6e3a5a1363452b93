import type { ReportLanguage } from './language.js';
import type { ProofShown } from './proof-file.js';
import type { Shown } from './verify.js';

type Say = (nb: string, nn: string, en: string) => string;

const saying =
  (language: ReportLanguage): Say =>
  (nb, nn, en) =>
    ({ nb, nn, en })[language];

/** The one line about a bundle that holds: what was shown, and what was not. */
export function shownText(shown: Shown, language: ReportLanguage): string {
  const say = saying(language);
  return [
    `OK: ${entriesText(shown, say)}`,
    say(
      `signert av nøkkel ${shown.keyIds.join(', ')}.`,
      `signert av nøkkel ${shown.keyIds.join(', ')}.`,
      `signed by key ${shown.keyIds.join(', ')}.`,
    ),
    ...heldText(shown, say),
    ...replayText(shown, say),
    ...erasedText(shown, say),
    ...backdatedText(shown, say),
    ...keyText(shown, say),
  ].join(' ');
}

function entriesText({ first, end, size, origin }: Shown, say: Say): string {
  const whole = first === 0 && end === size;
  if (whole)
    return say(
      `alle ${size} oppføringer i loggen ${origin} holder,`,
      `alle ${size} oppføringane i loggen ${origin} held,`,
      `all ${size} entries of the log ${origin} hold,`,
    );
  const count = end - first;
  return say(
    `${count} av ${size} oppføringer (fra nummer ${first}) i loggen ${origin} holder,`,
    `${count} av ${size} oppføringar (frå nummer ${first}) i loggen ${origin} held,`,
    `${count} of ${size} entries (from number ${first}) of the log ${origin} hold,`,
  );
}

const heldText = ({ held }: Shown, say: Say): string[] =>
  held === null
    ? []
    : [
        say(
          `De begynner med de ${held} oppføringene i sjekkpunktet du har.`,
          `Dei byrjar med dei ${held} oppføringane i sjekkpunktet du har.`,
          `They begin with the ${held} entries of the checkpoint you hold.`,
        ),
      ];

function replayText({ replayed, summary }: Shown, say: Say): string[] {
  if (!replayed)
    return [
      say(
        'Dette er et utdrag: tilstanden kan ikke regnes ut av det.',
        'Dette er eit utdrag: tilstanden kan ikkje reknast ut av det.',
        'This is a part of the log: the state cannot be worked out from it.',
      ),
    ];
  const held = say(
    'Tilstanden er regnet ut på nytt.',
    'Tilstanden er rekna ut på nytt.',
    'The state was worked out again.',
  );
  return summary === 'same'
    ? [
        held,
        say(
          'Sammendraget er det oppføringene gir.',
          'Samandraget er det oppføringane gir.',
          'The summary is what the entries give.',
        ),
      ]
    : [
        held,
        say('Sammendraget er ikke prøvd.', 'Samandraget er ikkje prøvd.', 'The summary was not checked.'),
      ];
}

const erasedText = ({ erased, unexplained }: Shown, say: Say): string[] => [
  ...(erased > 0
    ? [
        say(
          `${erased} av dem har fått innholdet slettet, med begrunnelse i loggen.`,
          `${erased} av dei har fått innhaldet sletta, med grunngiving i loggen.`,
          `${erased} of them had their payload erased, with a reason in the log.`,
        ),
      ]
    : []),
  ...(unexplained > 0
    ? [
        say(
          `${unexplained} av dem er uten innhold; om det er slettet med grunn, viser bare hele loggen.`,
          `${unexplained} av dei er utan innhald; om det er sletta med grunn, viser berre heile loggen.`,
          `${unexplained} of them are without payload; whether it was erased with a reason only the whole log shows.`,
        ),
      ]
    : []),
];

const backdatedText = ({ backdated: { count, first } }: Shown, say: Say): string[] =>
  count > 0
    ? [
        say(
          `${count} av dem er datert før en tidligere oppføring (den første er nummer ${first}): spør hvorfor klokken ble stilt tilbake.`,
          `${count} av dei er daterte før ei tidlegare oppføring (den første er nummer ${first}): spør kvifor klokka vart stilt tilbake.`,
          `${count} of them are dated before an earlier entry (the first is number ${first}): ask why the clock was set back.`,
        ),
      ]
    : [];

const keyText = ({ ownKeys }: Shown, say: Say): string[] =>
  ownKeys
    ? [
        say(
          'Nøkkelen er pakkens egen: sammenlign den med en du har fått på annen måte, eller gi den med --vkey.',
          'Nøkkelen er frå pakka sjølv: samanlikn han med ein du har fått på annan måte, eller gi han med --vkey.',
          'The key is the bundle’s own: compare it with one you got in another way, or give it with --vkey.',
        ),
      ]
    : [];

/** The one line about a proof that holds. */
export function proofText(shown: ProofShown, language: ReportLanguage): string {
  const { index, size, origin, keyIds, entryInProof } = shown;
  const say = saying(language);
  const line = say(
    `OK: oppføringen står som nummer ${index} av ${size} i loggen ${origin}, signert av nøkkel ${keyIds.join(', ')}.`,
    `OK: oppføringa står som nummer ${index} av ${size} i loggen ${origin}, signert av nøkkel ${keyIds.join(', ')}.`,
    `OK: the entry is number ${index} of ${size} in the log ${origin}, signed by key ${keyIds.join(', ')}.`,
  );
  const taken = say(
    'Oppføringen er den som ligger i beviset selv.',
    'Oppføringa er den som ligg i beviset sjølv.',
    'The entry is the one that lies in the proof itself.',
  );
  return entryInProof ? `${line} ${taken}` : line;
}
