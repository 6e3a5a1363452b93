/** What an entry tells and who did it; numbers, hashes and signatures are for others to add. */
export interface Told {
  readonly type: string;
  readonly subjects: readonly string[];
  readonly actor: string;
  readonly at: number;
  readonly payload: Payload;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Payload = { readonly [key: string]: Json };

/** An id as the product makes them, of a kind and a number. */
export const idOf = (kind: number, number: number): string =>
  `0197a0${kind.toString(16).padStart(2, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const storyClinic = idOf(0, 0);
const manager = idOf(1, 0);
const people = 40;
const tasks = 60;
const begin = Date.UTC(2020, 0, 1);

const texts = {
  taskNature: 'Avgrenset prosedyre med skriftlig rutine på kontoret; få komplikasjoner og lett å følge opp.',
  qualifications: 'Opplært internt, har sett utføre den fem ganger under tilsyn og kan rutinen utenat.',
  followUp: 'Legen er til stede og ser gjennom journalen hver måned; avvik meldes samme dag.',
};

/** The log of one busy clinic of so many entries, in order, which adds up: nothing in it contradicts what came before. */
export function* story(entries: number): Generator<Told> {
  let told = 0;
  const tell = (type: string, actor: string, subjects: readonly string[], payload: Payload): Told => ({
    type,
    actor,
    subjects,
    at: begin + told * 90_000,
    payload: { ...payload, login: idOf(2, Number.parseInt(actor.slice(-6), 16)) },
  });
  for (const one of acts(tell)) {
    if (told === entries) return;
    yield one;
    told += 1;
  }
}

type Tell = (type: string, actor: string, subjects: readonly string[], payload: Payload) => Told;

function* acts(tell: Tell): Generator<Told> {
  yield tell('clinic.signed-up', manager, [manager], { name: 'Prøvekontoret', kind: 'legekontor' });
  for (let i = 0; i < people; i++) {
    const person = {
      personId: idOf(1, i),
      name: `Person ${i} Åsen`,
      email: null,
      hprNumber: null,
      birthDate: null,
    };
    yield tell('person.registered', manager, [person.personId], person);
  }
  for (let i = 0; i < tasks; i++) {
    yield tell('task.created', manager, [idOf(3, i)], {
      id: idOf(3, i),
      name: `Oppgave ${i}`,
      area: 'skiftestue',
      contested: false,
      lineage: [],
      entitlements: [{ occupation: 'LE', mayDelegate: true }],
    });
  }
  for (let round = 0; ; round++) yield* aRound(tell, round);
}

/** Ten acts of an ordinary day: a delegation and its life, attempts that were refused, an inspector who looks. */
function* aRound(tell: Tell, round: number): Generator<Told> {
  const [delegator, delegatee] = [idOf(1, round % 8), idOf(1, 8 + (round % 32))];
  const [taskId, id] = [idOf(3, round % tasks), idOf(4, round)];
  const subjects = [id, delegator, delegatee, taskId];
  yield tell('delegation.proposed', delegator, subjects, {
    id,
    taskId,
    delegatorId: delegator,
    delegateeId: delegatee,
    profession: 'LE',
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: '2099-01-01T00:00:00.000Z',
    assessment: texts,
    conditions: null,
    supervision: { reviewBy: '2098-01-01T00:00:00.000Z', reachableHow: 'Til stede på kontoret' },
    stepId: idOf(5, 4 * round),
  });
  yield tell('delegation.accepted', delegatee, subjects, { id, stepId: idOf(5, 4 * round + 1) });
  for (let i = 0; i < 3; i++) yield looked(tell, delegatee, round);
  yield refused(tell, delegatee, subjects, taskId);
  const review = { id, outcome: 'Fortsetter', note: 'Sett utføre prosedyren to ganger.', nextReviewBy: null };
  yield tell('delegation.reviewed', delegator, subjects, { ...review, reviewId: idOf(6, round) });
  for (let i = 0; i < 2; i++) yield looked(tell, delegator, round);
  const why = { id, reason: 'Ikke lenger behov for det.', stepId: idOf(5, 4 * round + 2) };
  yield tell('delegation.revoked', delegator, subjects, why);
}

const looked = (tell: Tell, about: string, round: number): Told =>
  tell('auditor.looked-up', idOf(7, 0), [about], {
    operation: 'listDelegations',
    path: {},
    query: { delegateeId: about, limit: '50', at: '2026-11-22' },
    status: 200,
    round,
  });

const refused = (tell: Tell, by: string, subjects: readonly string[], taskId: string): Told =>
  tell('delegation.refused', by, subjects, {
    act: 'delegation.propose',
    command: { taskId, delegateeId: idOf(1, 1), profession: 'HE', assessment: texts },
    codes: ['delegated-onward', 'delegator-not-entitled'],
  });
