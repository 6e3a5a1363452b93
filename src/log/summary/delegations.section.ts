import type { DelegationReviewState, DelegationState, DelegationStepState } from '../state/state.js';
import { areaName } from './areas.js';
import { type Content, html, type Markup } from './markup.js';
import { momentText, periodText, startText } from './moment.js';
import { lapseReason } from './reason.words.js';
import { occupationName, type Register } from './register.js';
import { type Status, statusAt, statuses, statusWords } from './status.js';
import { plainTable, type Row } from './table.js';

/** Every delegation, ever: those in force first, then the rest by how they stood; the newest first in each. */
export function* delegationsSection(register: Register): Generator<string> {
  const { delegations, at } = register;
  yield html`<section aria-labelledby="delegeringer"><h2 id="delegeringer">4 Alle delegeringer</h2>
<p>Hver delegering som er foreslått siden loggen begynte, også de som ble avslått eller er avsluttet. De er nummerert D1, D2 … i den rekkefølgen de ble foreslått. Status er den de hadde ${momentText(at)}; partenes titler er de som kunne vises den dagen delegeringen skulle begynne.</p>\n`
    .text;
  if (delegations.length === 0) {
    yield '<p>Ingen oppgaver er delegert.</p>\n</section>\n';
    return;
  }
  const standing = new Map<Status, DelegationState[]>(statuses.map((status) => [status, []]));
  for (const delegation of delegations) standing.get(statusAt(delegation, at))?.push(delegation);
  yield* plainTable('Antall etter status', ['Status', 'Antall'], counts(standing));
  for (const [status, found] of standing) {
    if (found.length === 0) continue;
    yield html`<h3>${statusWords[status]} (${found.length})</h3>\n`.text;
    for (const delegation of found.toReversed()) yield* delegationPart(register, delegation, status);
  }
  yield '</section>\n';
}

const counts = (standing: ReadonlyMap<Status, readonly DelegationState[]>): Row[] =>
  [...standing]
    .filter(([, found]) => found.length > 0)
    .map(([status, found]) => [statusWords[status], found.length]);

function* delegationPart(register: Register, delegation: DelegationState, status: Status): Generator<string> {
  const { id, delegatorId, delegateeId, steps, reviews } = delegation;
  const number = register.numberOf(id);
  yield html`<article aria-labelledby="${number}"><h4 id="${number}">${number} ${register.task(delegation.taskId)}: ${register.person(delegatorId)} til ${register.person(delegateeId)}</h4>
<dl>${pair('Status', statusWords[status])}${terms(register, delegation)}</dl>\n`.text;
  yield* plainTable(
    `Steg i ${number}`,
    ['Steg', 'Når', 'Hvem', 'Hvorfor', 'Nr. i loggen'],
    steps.map((step, i) => stepRow(register, step, numberAt(register.trace.steps.get(id), i, steps.length))),
  );
  if (reviews.length > 0)
    yield* plainTable(
      `Oppfølging av ${number}`,
      ['Utfall', 'Når', 'Hvem', 'Merknad', 'Nr. i loggen'],
      reviews.map((review, i) =>
        reviewRow(register, review, numberAt(register.trace.reviews.get(id), i, reviews.length)),
      ),
    );
  yield '</article>\n';
}

/** The numbers stand beside the steps only where each step has one. */
const numberAt = (numbers: readonly number[] | undefined, i: number, length: number): number | string =>
  numbers?.length === length ? (numbers[i] ?? '') : '';

const pair = (name: string, value: Content): Markup => html`<dt>${name}</dt><dd>${value}</dd>`;

function terms(register: Register, delegation: DelegationState): Content {
  const { requested, valid, assessment, training, contested } = delegation;
  const area = register.state.tasks.get(delegation.taskId)?.area;
  return [
    pair('Delegert av', register.titled(delegation.delegatorId, requested.from)),
    pair('Delegert til', register.titled(delegation.delegateeId, requested.from)),
    pair('Oppgave', `${register.task(delegation.taskId)}${area ? ` (${areaName(area).toLowerCase()})` : ''}`),
    pair('Gitt i kraft av yrket', occupationName(delegation.delegatorProfession)),
    pair('Periode det ble bedt om', periodText(requested)),
    pair('Periode den sto', valid ? periodText(valid) : 'Den har ikke stått'),
    pair('Oppgavens art', prose(assessment.taskNature)),
    pair('Mottakerens kvalifikasjoner', prose(assessment.qualifications)),
    pair('Oppfølgingen', prose(assessment.followUp)),
    pair('Vilkår', delegation.conditions === null ? 'Ingen' : prose(delegation.conditions)),
    pair(
      'Kontroll og tilsyn',
      html`Følges opp innen ${startText(delegation.reviewBy)}. Kan nås: ${prose(delegation.reachableHow)}`,
    ),
    training &&
      pair(
        'Opplæring',
        html`${prose(training.purpose)} Veileder: ${register.titled(training.supervisorId, requested.from)}`,
      ),
    contested &&
      pair(
        'Omstridt oppgave',
        html`Kurs: ${contested.course}. Begrunnelse: ${prose(contested.reasoning)} Den som delegerer, er til stede: ${contested.delegatorPresent ? 'ja' : 'nei'}.`,
      ),
    pair('Delegeringens id', delegation.id),
  ];
}

const prose = (text: string): Content =>
  text === '' ? '(ikke utfylt)' : html`<span class="prose">${text}</span>`;

const stepWords: Readonly<Record<DelegationStepState['kind'], string>> = {
  proposed: 'Foreslått',
  accepted: 'Godtatt',
  declined: 'Avslått',
  withdrawn: 'Trukket',
  revoked: 'Tilbakekalt',
  relinquished: 'Sagt fra seg',
  lapsed: 'Falt bort',
};

function stepRow(register: Register, step: DelegationStepState, seq: number | string): Row {
  const late = step.at !== step.recordedAt && `, ført ${momentText(step.recordedAt)}`;
  const reason = step.kind === 'lapsed' ? lapseReason(step.reason) : step.reason;
  return [
    stepWords[step.kind],
    html`${momentText(step.at)}${late}`,
    step.kind === 'lapsed'
      ? html`Av seg selv, ved det ${register.actor(step.actorId)} førte`
      : register.actor(step.actorId),
    reason === null ? '' : prose(reason),
    seq,
  ];
}

const reviewRow = (register: Register, review: DelegationReviewState, seq: number | string): Row => [
  review.outcome,
  momentText(review.at),
  register.actor(review.actorId),
  prose(review.note),
  seq,
];
