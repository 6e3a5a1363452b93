import { contains } from '../../law/period.js';
import type { AbstentionState, CompetenceRecordState, RequirementState } from '../state/state.competences.js';
import type { EvidenceState } from '../state/state.evidence.js';
import { approvals } from './approvals.part.js';
import { filesByRecord, fileText } from './evidence.part.js';
import { type Content, html } from './markup.js';
import { momentText, periodText, startText } from './moment.js';
import { byAge, byName } from './order.js';
import { occupationName, type Register } from './register.js';
import { plainTable, type Row, table } from './table.js';
import { teachings } from './teaching.part.js';
import { trainingPlans } from './training.part.js';

/** What tasks and role descriptions require on the date, who can show what they master, and who abstains (hpl-4). */
export function* competenceSection(register: Register): Generator<string> {
  yield html`<section aria-labelledby="kompetanse"><h2 id="kompetanse">5 Kompetanse ${momentText(register.at)}</h2>
<p>Den enkelte skal innrette seg etter sine faglige kvalifikasjoner (helsepersonelloven § 4), og virksomheten skal ha oversikt over kompetanse og behov for opplæring (forskrift om ledelse og kvalitetsforbedring §§ 6–9). Hva som kreves, har virksomheten selv bestemt.</p>\n`
    .text;
  yield* requirements(register);
  yield* records(register);
  yield* abstentions(register);
  yield* approvals(register);
  yield* teachings(register);
  yield* trainingPlans(register);
  yield '</section>\n';
}

function* requirements(register: Register): Generator<string> {
  const { state, at } = register;
  const standing = byAge(state.requirements.values()).filter(({ valid }) => valid && contains(valid, at));
  yield '<h3>Krav</h3>\n';
  if (standing.length === 0)
    yield '<p>Ingen oppgave eller stillingsbeskrivelse krever bestemt kompetanse.</p>\n';
  else
    yield* plainTable(
      'Krav til kompetanse',
      ['Oppgave eller stillingsbeskrivelse', 'Krever', 'Gjelder'],
      byName(standing.map((required) => ({ ...required, name: subject(register, required) }))).map(
        (required): Row => [
          required.name,
          `${required.anyOf.map((option) => wanted(register, option)).join(' eller ')}${exempt(required)}`,
          required.valid ? periodText(required.valid) : '',
        ],
      ),
    );
}

const subject = (register: Register, { taskId, roleDescriptionId }: RequirementState): string =>
  taskId === null
    ? `Stillingsbeskrivelse: ${register.state.roleDescriptions.get(roleDescriptionId ?? '')?.name ?? roleDescriptionId}`
    : register.task(taskId);

const exempt = ({ exceptOccupations }: RequirementState): string =>
  exceptOccupations.length === 0
    ? ''
    : ` (ikke av ${exceptOccupations.map(occupationName).join(', ')} i egen kompetanse)`;

function wanted(register: Register, { competenceId, minLevel }: RequirementState['anyOf'][number]): string {
  const levels = register.state.competences.get(competenceId)?.levels ?? [];
  const least = levels.length > 1 ? `, minst ${levels[minLevel - 1] ?? `nivå ${minLevel}`}` : '';
  return `${competenceName(register, competenceId)}${least}`;
}

const competenceName = (register: Register, id: string): string =>
  register.state.competences.get(id)?.name ?? `ukjent kompetanse (${id})`;

function* records(register: Register): Generator<string> {
  const held = new Map<string, CompetenceRecordState[]>();
  for (const record of byAge(register.state.competenceRecords.values())) {
    const known = held.get(record.personId);
    if (known) known.push(record);
    else held.set(record.personId, [record]);
  }
  const files = filesByRecord(register);
  yield '<h3>Kompetansebevis</h3>\n';
  if (held.size === 0) yield '<p>Ingen kompetansebevis er ført.</p>\n';
  else
    yield* table(
      'Kompetansebevis',
      ['Kompetanse', 'Status', 'Oppnådd', 'Står', 'Bekreftet av', 'Kilde'],
      register.people
        .filter(({ id }) => held.has(id))
        .map(({ id, name }) => ({
          title: name,
          rows: (held.get(id) ?? []).map((record) => recordRow(register, record, files.get(record.id) ?? [])),
        })),
    );
}

function recordRow(register: Register, record: CompetenceRecordState, files: readonly EvidenceState[]): Row {
  const { competenceId, level, achievedOn, valid, evidence } = record;
  const levels = register.state.competences.get(competenceId)?.levels ?? [];
  const named = levels.length > 1 ? ` (${levels[level - 1] ?? `nivå ${level}`})` : '';
  const [year = '', month = '', day = ''] = achievedOn.split('-');
  return [
    `${competenceName(register, competenceId)}${named}`,
    statusText(record, register.at),
    `${day}.${month}.${year}`,
    valid ? periodText(valid) : '',
    confirmation(register, record),
    html`<span class="prose">${evidence.source}${evidence.note === null ? '' : `. ${evidence.note}`}</span>${files.map((file) => fileText(register, file))}`,
  ];
}

/** How a record stood on the date: it counts only while it stands. */
function statusText({ valid, steps }: CompetenceRecordState, at: number): Content {
  if (valid && contains(valid, at)) return 'Gjelder';
  if (valid && valid.from > at) return 'Gjelder senere';
  const last = steps.at(-1);
  const reason = last?.reason ? `: ${last.reason}` : '';
  switch (last?.kind) {
    case 'withdrawn':
      return html`<strong class="no">Trukket</strong>${reason}`;
    case 'rejected':
      return html`<strong class="no">Ikke bekreftet</strong>${reason}`;
    case 'claimed':
      return 'Venter på bekreftelse';
    case 'confirmed':
    case undefined:
      return valid ? html`<strong class="no">Utløpt</strong>` : 'Avløst av et nyere';
  }
}

function confirmation(register: Register, { assessorId, steps }: CompetenceRecordState): string {
  const confirmed = steps.find(({ kind }) => kind === 'confirmed');
  if (!confirmed) return '';
  const by = register.actor(assessorId ?? confirmed.personId ?? confirmed.actorId);
  return `${by}, ført ${momentText(confirmed.at)}`;
}

function* abstentions(register: Register): Generator<string> {
  yield html`<h3>Avstår fra oppgaver</h3>
<p>Den som sier «dette behersker jeg ikke», kan ikke gjøre oppgaven før noen andre har vurdert det på nytt.</p>\n`
    .text;
  const declared = byAge(register.state.abstentions.values());
  if (declared.length === 0) yield '<p>Ingen har avstått fra noen oppgave.</p>\n';
  else
    yield* plainTable(
      'Avstår fra oppgaver',
      ['Person', 'Oppgave', 'Grunn', 'Fra', 'Avsluttet'],
      declared.map((one): Row => abstentionRow(register, one)),
    );
}

const abstentionRow = (
  register: Register,
  { personId, taskId, reason, valid, endReason, endedBy }: AbstentionState,
): Row => [
  register.person(personId),
  register.task(taskId),
  html`<span class="prose">${reason}</span>`,
  startText(valid.from),
  endedBy === null
    ? html`<strong>Nei, gjelder fortsatt</strong>`
    : html`${startText(valid.to)} av ${register.actor(endedBy)}: <span class="prose">${endReason ?? ''}</span>`,
];
