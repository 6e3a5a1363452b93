import type { LoadedTask, PersonFacts } from '../../decision/decision.facts.js';
import { type Basis, type Decision, decide, isPresent, refusalsOf } from '../../decision/decision.rules.js';
import { contains } from '../../law/period.js';
import type { PersonState } from '../state/state.js';
import { grouped } from './areas.js';
import { type Content, html, type Markup } from './markup.js';
import { momentText, periodText, startText } from './moment.js';
import { byName } from './order.js';
import { ownRight } from './own-right.js';
import { reactionWords, refusalAt } from './reason.words.js';
import { approvalName, engagementKinds, occupationName, type Register } from './register.js';
import { plainTable, type Row, table } from './table.js';

/** A duty, a delegation or an approval in force on the date, with the decision about its task. */
interface Holding {
  readonly task: LoadedTask;
  readonly basis: Basis;
  readonly decision: Decision;
}

/** Who may do what on the chosen date: everybody engaged then, with what they hold and the decision about it. */
export function* peopleSection(register: Register): Generator<string> {
  const { at, people, facts } = register;
  const judged = people.map((person) => {
    const known = facts.people.get(person.id);
    return { person, held: known && isPresent(known, at) ? { known, tasks: heldBy(register, known) } : null };
  });
  const here = judged.flatMap(({ person, held }) => (held ? [{ person, ...held }] : []));
  yield html`<section aria-labelledby="personer"><h2 id="personer">2 Hvem kan gjøre hva ${momentText(at)}</h2>
<p>Svarene bygger på alt loggen vet i dag, også det som ble kjent etter datoen. Titlene er de som kunne vises den dagen: en beskyttet tittel vises bare med gyldig autorisasjon eller lisens (helsepersonelloven § 74).</p>\n`
    .text;
  if (here.length === 0) yield '<p>Ingen var tilknyttet virksomheten da.</p>\n';
  else
    yield* plainTable(
      'Tilknyttet på datoen',
      ['Navn', 'Tittel', 'Egne oppgaver', 'Delegerte oppgaver', 'Godkjente oppgaver', 'Kan ikke utføres'],
      here.map(({ person, tasks }) => overviewRow(register, person, tasks)),
    );
  yield* absent(
    register,
    judged.flatMap(({ person, held }) => (held ? [] : [person])),
  );
  for (const { person, known, tasks } of here) yield* personPart(register, person, known, tasks);
  yield '</section>\n';
}

function heldBy({ facts, at }: Register, person: PersonFacts): Holding[] {
  const held: Holding[] = [];
  for (const taskId of new Set([
    ...person.duties.keys(),
    ...person.delegations.keys(),
    ...person.approvals.keys(),
  ])) {
    const task = facts.tasks.get(taskId);
    if (!task) continue;
    const bases: Basis[] = [
      ...(person.duties.get(taskId) ?? [])
        .filter(({ valid }) => contains(valid, at))
        .map(({ id, occupation }): Basis => ({ kind: 'own-duty', occupation, dutyId: id })),
      ...(person.delegations.get(taskId) ?? [])
        .filter(({ valid }) => contains(valid, at))
        .map(({ id }): Basis => ({ kind: 'delegation', delegationId: id })),
      ...(person.approvals.get(taskId) ?? [])
        .filter(({ valid }) => contains(valid, at))
        .map(({ id }): Basis => ({ kind: 'approval', approvalId: id })),
    ];
    if (bases.length === 0) continue;
    const decision = decide(person, task, at);
    held.push(...bases.map((basis) => ({ task, basis, decision })));
  }
  return byName(held.map((holding) => ({ ...holding, id: idOf(holding.basis), name: holding.task.name })));
}

function idOf(basis: Basis): string {
  switch (basis.kind) {
    case 'own-duty':
      return basis.dutyId;
    case 'own-right':
      return basis.occupation;
    case 'delegation':
      return basis.delegationId;
    case 'approval':
      return basis.approvalId;
  }
}

function overviewRow(register: Register, { id, name }: PersonState, held: readonly Holding[]): Row {
  const count = (fits: (holding: Holding) => boolean) => held.filter(fits).length;
  return [
    html`<a href="#person-${id}">${name}</a>`,
    register.titles(id, register.at).join(' og '),
    count(({ basis }) => basis.kind === 'own-duty'),
    count(({ basis }) => basis.kind === 'delegation'),
    count(({ basis }) => basis.kind === 'approval'),
    count(({ decision }) => !decision.allowed),
  ];
}

function* absent(register: Register, people: readonly PersonState[]): Generator<string> {
  if (people.length === 0) return;
  yield* plainTable(
    'Ikke tilknyttet på datoen: disse kunne ikke utføre noe her da',
    ['Navn', 'Tilknytninger i loggen'],
    people.map(({ id, name }): Row => {
      const ties = register.engagementsOf(id);
      return [
        name,
        ties.length === 0
          ? 'Ingen'
          : ties.map(({ kind, valid }) => html`<div>${engagementKinds[kind]} ${periodText(valid)}</div>`),
      ];
    }),
  );
}

function* personPart(
  register: Register,
  person: PersonState,
  known: PersonFacts,
  held: readonly Holding[],
): Generator<string> {
  const { at } = register;
  yield html`<section class="person" aria-labelledby="person-${person.id}"><h3 id="person-${person.id}">${register.titled(person.id, at)}</h3>
<dl>${ties(register, person.id)}${approvals(register, person)}${reactions(register, person.id)}</dl>\n`.text;
  if (held.length === 0) yield '<p>Har ingen tildelte, delegerte eller godkjente oppgaver på datoen.</p>\n';
  else
    yield* table(
      `Oppgaver: ${person.name}`,
      ['Oppgave', 'Grunnlag', 'Kan utføres', 'Svaret gjelder til'],
      grouped(held, ({ task }) => task.area).map(({ title, rows }) => ({
        title,
        rows: rows.map(
          (holding): Row => [
            holding.task.name,
            basisText(register, holding.basis),
            answer(register, holding),
            Number.isFinite(holding.decision.until) ? startText(holding.decision.until) : 'videre',
          ],
        ),
      })),
    );
  yield* ownRight(register, known, new Set(held.map(({ task }) => task.id)));
  yield '</section>\n';
}

function ties(register: Register, personId: string): Markup {
  const current = register.engagementsOf(personId).filter(({ valid }) => contains(valid, register.at));
  return html`<dt>Tilknytning</dt>${current.map((tie) => {
    const [title = ''] = register.titles(personId, register.at, [tie]);
    const supervisor = tie.supervisorId && `, veileder ${register.person(tie.supervisorId)}`;
    return html`<dd>${title}: ${engagementKinds[tie.kind]} ${periodText(tie.valid)}${supervisor}</dd>`;
  })}`;
}

function approvals(register: Register, { id, hprNumber }: PersonState): Markup | null {
  const held = register.authorisationsOf(id);
  if (held.length === 0) return null;
  return html`<dt>HPR-nummer</dt><dd>${hprNumber ?? 'ikke registrert'}</dd><dt>Autorisasjon og lisens</dt>${held.map(
    ({ profession, approvalType, valid, conditions, evidence }) =>
      html`<dd>${occupationName(profession)}: ${approvalName(approvalType)} ${periodText(valid)}${
        conditions && html`, vilkår: ${conditions}`
      }; kilde ${evidence.source}</dd>`,
  )}`;
}

function reactions(register: Register, personId: string): Markup | null {
  const current = register.reactionsOf(personId).filter(({ valid }) => contains(valid, register.at));
  if (current.length === 0) return null;
  return html`<dt>Reaksjon</dt>${current.map(
    ({ kind, valid, taskIds }) =>
      html`<dd><strong class="no">${reactionWords[kind]}</strong> ${periodText(valid)}${
        taskIds.length > 0 && `, for ${taskIds.map((id) => register.task(id)).join('; ')}`
      }</dd>`,
  )}`;
}

function basisText(register: Register, basis: Basis): Content {
  switch (basis.kind) {
    case 'own-duty':
      return 'Egen\u00a0oppgave';
    case 'own-right':
      return `Egen kompetanse som ${occupationName(basis.occupation)}`;
    case 'delegation': {
      const number = register.numberOf(basis.delegationId);
      const delegation = register.state.delegations.get(basis.delegationId);
      const by = delegation ? ` fra ${register.person(delegation.delegatorId)}` : '';
      return html`Delegering <a href="#${number}">${number}</a>${by}`;
    }
    case 'approval': {
      const approval = register.state.approvals.get(basis.approvalId);
      const by = approval ? ` av ${register.person(approval.approverId)}` : '';
      return html`<a href="#godkjenning-${basis.approvalId}">Godkjenning</a>${by}`;
    }
  }
}

/** Yes on this basis, yes on another one, or no with every reason. */
function answer(register: Register, { basis, decision }: Holding): Content {
  if (!decision.allowed)
    return html`<strong class="no">Nei.</strong> ${refusalsOf(decision).map(({ code, about }) => html`${refusalAt(code)}${about?.competences ? `: ${about.competences}` : null}. `)}`;
  if (decision.bases.some((other) => other.kind === basis.kind && idOf(other) === idOf(basis))) return 'Ja';
  return html`Ja, men på annet grunnlag: ${decision.bases.map((other, i) => html`${i > 0 && '; '}${basisText(register, other)}`)}`;
}
