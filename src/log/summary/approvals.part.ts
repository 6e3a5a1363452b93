import type { ApprovalState, ApprovalStepState } from '../state/state.approvals.js';
import { type Content, html } from './markup.js';
import { momentText, periodText } from './moment.js';
import { byAge } from './order.js';
import { lapseReason } from './reason.words.js';
import type { Register } from './register.js';
import { plainTable, type Row } from './table.js';

/** Who a manager has approved for medicine handling, on what, and what became of it. */
export function* approvals(register: Register): Generator<string> {
  yield html`<h3>Godkjenninger for legemiddelhåndtering</h3>
<p>Gitt av den ansvarlige lederen på grunnlag av kurs, prøve og praktisk gjennomføring. En godkjenning gjelder bare den den er gitt til, og kan ikke overlates til andre.</p>\n`
    .text;
  if (register.state.approvals.size === 0) yield '<p>Ingen er godkjent for legemiddelhåndtering.</p>\n';
  else
    yield* plainTable(
      'Godkjenninger for legemiddelhåndtering',
      ['Person og oppgave', 'Godkjent av', 'Står', 'Grunnlag', 'Vilkår', 'Steg'],
      byAge(register.state.approvals.values()).map((approval) => approvalRow(register, approval)),
    );
}

const approvalRow = (register: Register, approval: ApprovalState): Row => {
  const { id, personId, taskId, approverId, requested, valid, course, test, signOff } = approval;
  const note = signOff.note === null ? '' : `: ${signOff.note}`;
  return [
    html`<span id="godkjenning-${id}">${register.titled(personId, requested.from)}: ${register.task(taskId)}</span>`,
    register.titled(approverId, approval.createdAt),
    valid ? periodText(valid) : 'Den har ikke stått',
    html`<div>Kurs ${dayText(course.completedOn)}: ${course.source}</div><div>Prøve ${dayText(test.passedOn)}: ${test.source}</div><div>Praksis ${dayText(signOff.signedOn)}, sett av ${register.person(signOff.signedBy)}<span class="prose">${note}</span></div>`,
    approval.conditions === null ? 'Ingen' : html`<span class="prose">${approval.conditions}</span>`,
    approval.steps.map((step) => html`<div>${stepText(register, step)}</div>`),
  ];
};

const dayText = (day: string): string => day.split('-').reverse().join('.');

const stepWords: Readonly<Record<ApprovalStepState['kind'], string>> = {
  granted: 'Gitt',
  withdrawn: 'Trukket tilbake',
  relinquished: 'Sagt fra seg',
  lapsed: 'Falt bort',
};

function stepText(register: Register, { kind, at, actorId, reason }: ApprovalStepState): Content {
  const why = kind === 'lapsed' ? lapseReason(reason) : reason;
  return html`${stepWords[kind]} ${momentText(at)} av ${register.actor(actorId)}${why === null ? '' : `: ${why}`}`;
}
