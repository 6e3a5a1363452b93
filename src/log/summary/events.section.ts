import type { LoggedEntry, ReactionState } from '../state/state.js';
import { erasedText } from './erased.js';
import { html } from './markup.js';
import { momentText, periodText, startText } from './moment.js';
import { byAge } from './order.js';
import { reactionWords } from './reason.words.js';
import { occupationName, type Register } from './register.js';
import { plainTable, type Row } from './table.js';
import { momentIn, textIn } from './trace.js';

/** Emergency help given (hpl-7), what the authorities have done to authorisations, and what is erased. */
export function* eventsSection(register: Register): Generator<string> {
  yield '<section aria-labelledby="hendelser"><h2 id="hendelser">7 Øyeblikkelig hjelp, reaksjoner og slettinger</h2>\n';
  yield* emergencies(register);
  yield* reactions(register);
  yield* erasures(register);
  yield '</section>\n';
}

function* emergencies(register: Register): Generator<string> {
  yield html`<h3>Øyeblikkelig hjelp</h3>
<p>Den som kan, skal straks gi helsehjelp som er påtrengende nødvendig (helsepersonelloven § 7). En manglende delegering er aldri til hinder for det; det føres i ettertid.</p>\n`
    .text;
  if (register.trace.emergencies.length === 0) yield '<p>Ingen tilfeller er ført.</p>\n';
  else
    yield* plainTable(
      'Øyeblikkelig hjelp',
      ['Nr. i loggen', 'Når det skjedde', 'Hvem', 'Hva', 'Merknad', 'Ført'],
      register.trace.emergencies.map((entry) => emergencyRow(register, entry)),
    );
}

function emergencyRow(register: Register, { seq, at, actor, payload }: LoggedEntry): Row {
  const told = `${momentText(at)} av ${register.actor(actor)}`;
  if (payload === null) return [seq, '', '', '', erasedText(register, seq), told];
  const happened = momentIn(payload, 'at');
  return [
    seq,
    happened === null ? '' : momentText(happened),
    register.person(textIn(payload, 'personId')),
    register.task(textIn(payload, 'taskId')),
    html`<span class="prose">${textIn(payload, 'note')}</span>`,
    told,
  ];
}

function* reactions(register: Register): Generator<string> {
  yield html`<h3>Reaksjoner på autorisasjoner</h3>
<p>«Gjelder» er når reaksjonen virker; «Kjent» er når virksomheten fikk vite om den. Det som ble gjort mellom de to, ble gjort uten at virksomheten kjente til den. «Falt bort» er det som hvilte på autorisasjonen og derfor ble avsluttet.</p>\n`
    .text;
  if (register.state.reactions.size === 0) yield '<p>Ingen reaksjoner er ført.</p>\n';
  else
    yield* plainTable(
      'Reaksjoner',
      ['Reaksjon', 'Person', 'Gjelder', 'Kjent', 'Falt bort', 'Merknad', 'Ført'],
      byAge(register.state.reactions.values()).map((reaction) => reactionRow(register, reaction)),
    );
}

function reactionRow(register: Register, reaction: ReactionState): Row {
  const { id, personId, authorisationId, kind, taskIds, valid, knownFrom, createdAt, note } = reaction;
  const struck = authorisationId === null ? undefined : register.state.authorisations.get(authorisationId);
  const named = taskIds.map((taskId) => register.task(taskId)).sort();
  const told = register.trace.reactions.get(id);
  const late = knownFrom > valid.from && html` <strong>(etter at den begynte å gjelde)</strong>`;
  return [
    html`${reactionWords[kind]}${struck ? `, ${occupationName(struck.profession)}` : null}${named.length > 0 && `: ${named.join('; ')}`}`,
    register.person(personId),
    periodText(valid),
    html`${startText(knownFrom)}${late}`,
    told
      ? `${told.duties} egne oppgaver, ${told.delegations} delegeringer, ${told.approvals} godkjenninger`
      : '',
    html`<span class="prose">${note}</span>`,
    `${momentText(createdAt)}${told ? `, nr. ${told.seq}` : ''}`,
  ];
}

function* erasures(register: Register): Generator<string> {
  const { erasures: told, bare } = register.trace;
  yield html`<h3>Slettet innhold</h3>
<p>Innholdet i en oppføring kan slettes av hensyn til personvernet. Oppføringen blir stående, og loggen kan fortsatt kontrolleres. Det som bærer rettigheter eller oppgaver, kan ikke slettes.</p>\n`
    .text;
  const missing = [...bare.keys()].filter((seq) => !told.has(seq)).sort((a, b) => a - b);
  if (missing.length > 0)
    yield html`<p><strong class="no">Innholdet mangler uten at loggen sier at det er slettet, i nr. ${missing.join(', ')}.</strong></p>\n`
      .text;
  if (told.size === 0) yield '<p>Ingenting er slettet.</p>\n';
  else
    yield* plainTable(
      'Slettet innhold',
      ['Oppføring', 'Slettet', 'Av', 'Hvorfor', 'Nr. i loggen'],
      [...told.values()].map(({ seq, toldBy, at, actor, reason }): Row => {
        const type = bare.get(seq)?.type;
        return [
          `Nr. ${seq}${type ? ` (${type})` : ''}`,
          momentText(at),
          register.actor(actor),
          html`<span class="prose">${reason}</span>`,
          toldBy,
        ];
      }),
    );
}
