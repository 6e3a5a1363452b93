import { occupations } from '../../law/occupations.js';
import { teachingKindNames } from '../../teaching/teaching.rules.js';
import { type Content, html } from './markup.js';
import { momentOf, startText } from './moment.js';
import { reactionWords } from './reason.words.js';
import { approvalName, occupationName, type Register } from './register.js';
import { attendanceWords } from './teaching.part.js';
import { trainingStepWords } from './training.part.js';

/** What somebody tried to do, as `noun.act` of a refused entry. */
const acts: Readonly<Record<string, string>> = {
  'api-token.create': 'Lage API-nøkkel',
  'api-token.delete': 'Slette API-nøkkel',
  'authorisation.register': 'Registrere autorisasjon eller lisens',
  'clinic.sign-up': 'Registrere virksomheten',
  'delegation.propose': 'Delegere en oppgave',
  'delegation.accept': 'Godta en delegering',
  'delegation.decline': 'Avslå en delegering',
  'delegation.withdraw': 'Trekke et forslag om delegering',
  'delegation.revoke': 'Tilbakekalle en delegering',
  'delegation.relinquish': 'Si fra seg en delegering',
  'delegation.review': 'Følge opp en delegering',
  'delegation.redelegate': 'Delegere en delegert oppgave videre',
  'duty.assign': 'Tildele egne oppgaver',
  'duty.end': 'Avslutte en egen oppgave',
  'approval.grant': 'Godkjenne for legemiddelhåndtering',
  'approval.withdraw': 'Trekke tilbake en godkjenning',
  'approval.relinquish': 'Si fra seg en godkjenning',
  'training-plan.make': 'Lage en opplæringsplan',
  'training-plan.add-goals': 'Legge mål til en opplæringsplan',
  'training-plan.supervise': 'Bytte veileder i en opplæringsplan',
  'training-plan.end': 'Avslutte en opplæringsplan',
  'training-goal.withdraw': 'Ta et mål ut av en opplæringsplan',
  'training-step.sign': 'Signere et steg i en opplæringsplan',
  'training-step.withdraw': 'Trekke tilbake et signert steg',
  'abstention.declare': 'Avstå fra en oppgave',
  'abstention.end': 'La noen få tilbake en oppgave de har avstått fra',
  'competence.create': 'Opprette kompetanse',
  'competence.change': 'Endre kompetanse',
  'competence-record.register': 'Registrere kompetansebevis',
  'competence-record.confirm': 'Bekrefte kompetansebevis',
  'competence-record.reject': 'Avvise kompetansebevis',
  'competence-record.withdraw': 'Trekke tilbake kompetansebevis',
  'teaching.plan': 'Sette opp opplæring',
  'teaching.change': 'Endre opplæring',
  'teaching.cancel': 'Avlyse opplæring',
  'teaching.invite': 'Invitere til opplæring',
  'teaching.withdraw': 'Stryke noen fra opplæring',
  'teaching.sign-up': 'Melde seg på opplæring',
  'teaching.sign-off': 'Melde seg av opplæring',
  'teaching.attend': 'Føre oppmøte på opplæring',
  'teaching.record': 'Gi kompetansebevis for opplæring',
  'evidence.add': 'Legge en fil ved et kompetansebevis',
  'evidence.erase': 'Slette innholdet i en fil',
  'requirement.change': 'Endre kompetansekrav',
  'policy.change': 'Endre virksomhetens valg',
  'working-days.change': 'Endre arbeidsdager',
  'emergency.record': 'Melde øyeblikkelig hjelp',
  'engagement.start': 'Registrere tilknytning',
  'engagement.end': 'Avslutte tilknytning',
  'invitation.invite': 'Invitere',
  'invitation.accept': 'Ta imot invitasjon',
  'invitation.withdraw': 'Trekke tilbake en invitasjon',
  'member.change-roles': 'Endre roller',
  'member.remove': 'Fjerne medlem',
  'payload.erase': 'Slette innholdet i en oppføring',
  'log.erase': 'Slette innholdet i en oppføring',
  'person.register': 'Registrere person',
  'person.change': 'Endre person',
  'reaction.record': 'Registrere reaksjon',
  'reaction.ban': 'Registrere forbud mot å yte helsehjelp',
  'role-description.create': 'Opprette stillingsbeskrivelse',
  'role-description.publish': 'Publisere ny versjon av stillingsbeskrivelse',
  'task.create': 'Opprette oppgave',
  'task.change': 'Endre oppgave',
};

/** An act without a word of its own is shown as the log writes it. */
export const actWords = (noun: string, act: string): string => acts[`${noun}.${act}`] ?? `${noun}: ${act}`;

const labels: Readonly<Record<string, string>> = {
  taskId: 'Oppgave',
  taskIds: 'Oppgaver',
  delegateeId: 'Til',
  personId: 'Person',
  personIds: 'Personer',
  supervisorId: 'Veileder',
  delegationId: 'Delegering',
  delegatorId: 'Delegert av',
  authorisationId: 'Autorisasjon',
  profession: 'Yrke',
  occupation: 'Yrkesgruppe',
  approvalType: 'Godkjenning',
  kind: 'Slag',
  except: 'Utenom',
  validFrom: 'Fra',
  validTo: 'Til (ikke medregnet)',
  at: 'Tidspunkt',
  knownFrom: 'Kjent fra',
  effectiveFrom: 'Gjelder fra',
  checkedAt: 'Kontrollert',
  reviewBy: 'Følges opp innen',
  nextReviewBy: 'Neste oppfølging innen',
  expiresAt: 'Utløper',
  reason: 'Begrunnelse',
  note: 'Merknad',
  outcome: 'Utfall',
  name: 'Navn',
  email: 'E-post',
  hprNumber: 'HPR-nummer',
  birthDate: 'Fødselsdato',
  area: 'Funksjonsområde',
  assessment: 'Vurderinger',
  taskNature: 'Oppgavens art',
  qualifications: 'Kvalifikasjoner',
  followUp: 'Oppfølging',
  conditions: 'Vilkår',
  supervision: 'Tilsyn',
  reachableHow: 'Kan nås',
  training: 'Opplæring',
  purpose: 'Formål',
  contested: 'Omstridt oppgave',
  course: 'Kurs',
  reasoning: 'Begrunnelse',
  delegatorPresent: 'Den som delegerer, er til stede',
  evidence: 'Dokumentasjon',
  source: 'Kilde',
  roles: 'Roller',
  competenceId: 'Kompetanse',
  recordId: 'Kompetansebevis',
  abstentionId: 'Avståelse',
  approvalId: 'Godkjenning',
  teachingId: 'Opplæring',
  title: 'Tittel',
  place: 'Sted',
  startsAt: 'Begynner',
  endsAt: 'Slutter',
  topics: 'Temaer',
  heldBy: 'Holdes av',
  open: 'Åpen for påmelding',
  gives: 'Gir',
  invitedIds: 'Inviterte',
  people: 'Oppmøte',
  status: 'Status',
  completedOn: 'Fullført',
  competenceRecordId: 'Kompetansebevis',
  test: 'Prøve',
  passedOn: 'Bestått',
  practicalSignOff: 'Praktisk gjennomføring',
  trainingPlanId: 'Opplæringsplan',
  goals: 'Mål',
  text: 'Hva',
  goalId: 'Mål',
  stepId: 'Steg',
  record: 'Kompetansebevis',
  signedOn: 'Sett',
  signedBy: 'Sett av',
  medicineHandling: 'Legemiddelhåndtering',
  level: 'Nivå',
  minLevel: 'Minste nivå',
  levels: 'Nivåer',
  achievedOn: 'Oppnådd',
  assessedBy: 'Vurdert av',
  validityMonths: 'Varighet i måneder',
  renewal: 'Fornying',
  allOf: 'Alle disse',
  anyOf: 'Én av disse',
  exceptOccupations: 'Kreves ikke av',
  from: 'Fra',
  competenceOfDuties: 'Når kompetanse mangler ved tildeling',
  weekdays: 'Ukedager (1 er mandag)',
  seq: 'Nr. i loggen',
};

/** What was asked for, field by field; a field without a word of its own is shown under its own name, never left out. */
export function commandText(register: Register, command: unknown, depth = 1): Content {
  if (!isRecord(command)) return null;
  if (depth > deepest) return '…';
  return Object.keys(command)
    .sort(inOrder)
    .filter((name) => !isEmpty(command[name]))
    .map((name) => html`<div>${labelOf(name)}: ${valueText(register, name, command[name], depth + 1)}</div>`);
}

const labelOf = (name: string): string => (Object.hasOwn(labels, name) ? (labels[name] ?? name) : name);

/** No command that the product takes is nested as deep; a log that somebody else has made may be. */
const deepest = 50;

const labelOrder = Object.keys(labels);

function inOrder(a: string, b: string): number {
  const [first, second] = [labelOrder.indexOf(a), labelOrder.indexOf(b)].map((i) =>
    i < 0 ? labelOrder.length : i,
  );
  if (first !== second) return (first ?? 0) - (second ?? 0);
  return a < b ? -1 : a > b ? 1 : 0;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function valueText(register: Register, name: string, value: unknown, depth: number): Content {
  if (depth > deepest) return '…';
  if (Array.isArray(value))
    return value.map((part, i) => html`${i > 0 && '; '}${valueText(register, name, part, depth + 1)}`);
  if (isRecord(value) && Object.values(value).every(isEmpty)) return '(ikke utfylt)';
  if (isRecord(value)) return html`<div class="inner">${commandText(register, value, depth + 1)}</div>`;
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  if (typeof value !== 'string') return String(value);
  return html`<span class="prose">${wordOf(register, name, value)}</span>`;
}

/** What stands for a word of its own, by the field it is said in. */
const wordsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...reactionWords, ...teachingKindNames, ...trainingStepWords },
  status: attendanceWords,
  outcome: { completed: 'fullført', cancelled: 'avbrutt' },
};

const moments = new Set([
  'validFrom',
  'validTo',
  'at',
  'knownFrom',
  'effectiveFrom',
  'checkedAt',
  'reviewBy',
  'nextReviewBy',
  'expiresAt',
  'achievedOn',
  'from',
  'startsAt',
  'endsAt',
]);

function wordOf(register: Register, name: string, value: string): string {
  if (moments.has(name)) return momentWord(value);
  const { state } = register;
  const person = state.people.get(value) ?? state.people.get(state.engagements.get(value)?.personId ?? '');
  if (person) return person.name;
  const task = state.tasks.get(value) ?? state.tasks.get(state.duties.get(value)?.taskId ?? '');
  if (task) return task.name;
  const delegation = register.state.delegations.get(value);
  if (delegation)
    return `${register.numberOf(value)}, ${register.task(delegation.taskId)}, fra ${register.person(delegation.delegatorId)} til ${register.person(delegation.delegateeId)}`;
  const approval = state.authorisations.get(value);
  if (approval) return `${occupationName(approval.profession)}, ${register.person(approval.personId)}`;
  const competence = state.competences.get(value);
  if (competence) return competence.name;
  const record = state.competenceRecords.get(value);
  if (record)
    return `${state.competences.get(record.competenceId)?.name ?? ''}, ${register.person(record.personId)}`;
  const plan = state.trainingPlans.get(value);
  if (plan) return `${plan.purpose}, ${register.person(plan.personId)}`;
  const goal =
    state.trainingGoals.get(value) ?? state.trainingGoals.get(state.trainingSteps.get(value)?.goalId ?? '');
  if (goal) return goal.text;
  const abstention = state.abstentions.get(value);
  if (abstention) return `${register.task(abstention.taskId)}, ${register.person(abstention.personId)}`;
  const teaching = state.teachings.get(value);
  if (teaching) return `${teaching.title}, ${startText(teaching.held.from)}`;
  if (name === 'approvalType') return approvalName(value);
  const words = Object.hasOwn(wordsOf, name) ? wordsOf[name] : undefined;
  if (words && Object.hasOwn(words, value)) return words[value] ?? value;
  if (/^(profession|occupation)$/.test(name) && Object.hasOwn(occupations, value))
    return occupationName(value);
  return value;
}

/** A bare day is what the caller wrote, and stays a day. */
function momentWord(value: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (day) return `${day[3]}.${day[2]}.${day[1]}`;
  const at = momentOf(value);
  return at === null ? value : startText(at);
}
