import type { TrainingGoalState, TrainingPlanState, TrainingStepState } from '../state/state.training.js';
import { type Content, html } from './markup.js';
import { momentText, periodText } from './moment.js';
import { byAge } from './order.js';
import { lapseReason } from './reason.words.js';
import type { Register } from './register.js';
import { plainTable, type Row } from './table.js';

/** What pupils, students and others in training are to learn, under whose supervision, and what has been signed. */
export function* trainingPlans(register: Register): Generator<string> {
  yield html`<h3>Opplæringsplaner</h3>
<p>Elever og studenter får oppgaver bare som ledd i opplæring, under veiledning (helsepersonelloven § 5). En plan gir ingen rett til oppgaven; det gjør en delegering.</p>\n`
    .text;
  const { trainingPlans: plans } = register.state;
  if (plans.size === 0) yield '<p>Ingen opplæringsplan er laget.</p>\n';
  else
    yield* plainTable(
      'Opplæringsplaner',
      ['Hvem og hva', 'Står', 'Veileder', 'Mål', 'Steg'],
      byAge(plans.values()).map((plan) => planRow(register, plan)),
    );
}

const planRow = (register: Register, plan: TrainingPlanState): Row => [
  html`<span id="plan-${plan.id}">${register.titled(plan.personId, plan.requested.from)}: ${plan.purpose}</span>`,
  plan.valid ? periodText(plan.valid) : 'Den har ikke stått',
  plan.supervisions.map((supervision) => html`<div>${supervisionText(register, supervision)}</div>`),
  goalsOf(register, plan.id).map((goal) => html`<div>${goalText(register, goal)}</div>`),
  plan.steps.map((step) => html`<div>${stepText(register, step)}</div>`),
];

function supervisionText(
  register: Register,
  supervision: TrainingPlanState['supervisions'][number],
): Content {
  const { supervisorId, valid, reason, endReason } = supervision;
  const why = [reason, lapseReason(endReason)].filter((text) => text !== null).join('; ');
  const stood = valid ? periodText(valid) : 'tiltrådte ikke';
  return html`${register.person(supervisorId)}, ${stood}${why && html`: <span class="prose">${why}</span>`}`;
}

const goalsOf = ({ state }: Register, planId: string): TrainingGoalState[] =>
  [...state.trainingGoals.values()]
    .filter((goal) => goal.planId === planId)
    .sort((a, b) => a.position - b.position);

/** What a signed step says. */
export const trainingStepWords: Readonly<Record<TrainingStepState['kind'], string>> = {
  seen: 'sett',
  practised: 'øvd under veiledning',
  mastered: 'mestret',
};

function goalText(register: Register, goal: TrainingGoalState): Content {
  const { id, position, text, taskId, competenceId, withdrawn } = goal;
  const of = [
    taskId && register.task(taskId),
    competenceId && (register.state.competences.get(competenceId)?.name ?? competenceId),
  ].filter(Boolean);
  const signed = [...register.state.trainingSteps.values()].filter(({ goalId }) => goalId === id);
  return [
    html`${position}. <span class="prose">${text}</span>${of.length > 0 && ` (${of.join(', ')})`}`,
    withdrawn && html` <strong class="no">Tatt ut</strong>: <span class="prose">${withdrawn.reason}</span>`,
    signed.map((step) => html`<div>${signatureText(register, step)}</div>`),
  ];
}

function signatureText(
  register: Register,
  { kind, signedOn, personId, actorId, withdrawn }: TrainingStepState,
) {
  const on = signedOn.split('-').reverse().join('.');
  const back =
    withdrawn &&
    html`; <strong class="no">trukket tilbake</strong>: <span class="prose">${withdrawn.reason}</span>`;
  return html`${on} ${trainingStepWords[kind]}, signert av ${register.actor(personId ?? actorId)}${back}`;
}

const planStepWords: Readonly<Record<TrainingPlanState['steps'][number]['kind'], string>> = {
  made: 'Laget',
  completed: 'Fullført',
  cancelled: 'Avbrutt',
  lapsed: 'Falt bort',
};

function stepText(
  register: Register,
  { kind, from, actorId, reason }: TrainingPlanState['steps'][number],
): Content {
  const why = kind === 'lapsed' ? lapseReason(reason) : reason;
  return html`${planStepWords[kind]} ${momentText(from)} av ${register.actor(actorId)}${why === null ? '' : `: ${why}`}`;
}
