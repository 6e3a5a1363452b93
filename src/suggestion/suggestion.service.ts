import { Injectable } from '@nestjs/common';
import type { Lack } from '../competence/requirement.rules.js';
import { Tenant } from '../database/tenant.js';
import type { PersonFacts } from '../decision/decision.facts.js';
import { refusalsOf, verdict } from '../decision/decision.rules.js';
import type { Language } from '../law/legal-bases.js';
import type { OccupationCode } from '../law/occupations.js';
import { refusalView } from '../law/refusal-words.js';
import type { Refusal } from '../law/refusals.js';
import type { By } from '../session/by.js';
import { authorisedIn, type Delegator, delegatorsOf, obstaclesOf } from './delegator.rules.js';
import type {
  LackView,
  NearView,
  SuggestedDelegatorView,
  SuggestionsQuery,
  SuggestionsView,
} from './suggestion.dto.js';
import type { GapFacts } from './suggestion.facts.js';
import { type Gap, gapIn } from './suggestion.loader.js';
import { type Near, nearlyThere, trainableOf } from './trainable.rules.js';

/** Who could delegate what is missing, who could be trained, and which record is nearly there. */
@Injectable()
export class SuggestionService {
  constructor(private readonly tenant: Tenant) {}

  /** The database is let go before anything is reckoned. */
  async get({ taskId, personId }: SuggestionsQuery, by: By): Promise<SuggestionsView> {
    const gap = await this.tenant.read(by, (tx) => gapIn(tx, taskId, personId ?? null));
    const { facts, person } = gap;
    const told = new Told(gap.names, by.language);
    const authorised = authorisedIn(facts);
    const trainable = trainableOf(facts, authorised, person ? [person] : facts.people);
    return {
      task: { id: facts.task.id, name: facts.task.name },
      person: person && told.named(person.id),
      at: new Date(facts.now).toISOString(),
      decision: person && decisionOn(facts, person, told),
      delegators: delegatorsOf(facts, authorised, person).map((each) => told.delegator(each)),
      obstacles: person ? obstaclesOf(facts, authorised, person).map((refusal) => told.refusal(refusal)) : [],
      trainable: trainable.map(({ personId: who, way, lacks }) => {
        return { person: told.named(who), way, lacks: lacks.map((lack) => told.lack(lack)) };
      }),
      nearlyThere: nearlyThere(facts, trainable).map((near) => told.near(near)),
    };
  }
}

function decisionOn({ task, now }: GapFacts, person: PersonFacts, told: Told): SuggestionsView['decision'] {
  const judged = verdict(person, task, now);
  return { allowed: judged.allowed, refusals: refusalsOf(judged).map((refusal) => told.refusal(refusal)) };
}

const momentOf = (at: number | null): string | null =>
  at === null || !Number.isFinite(at) ? null : new Date(at).toISOString();

/** In the reader's language, with names. */
class Told {
  constructor(
    private readonly names: Gap['names'],
    private readonly language: Language,
  ) {}

  named(id: string): { id: string; name: string } {
    return { id, name: this.names.get(id) ?? '' };
  }

  refusal(refusal: Refusal) {
    return refusalView(refusal, this.language);
  }

  delegator({ personId, profession, until, terms }: Delegator): SuggestedDelegatorView {
    return {
      person: this.named(personId),
      profession: profession as OccupationCode,
      until: momentOf(until),
      terms: terms.map((term) => this.refusal(term)),
    };
  }

  lack({ code, anyOf, expiredAt }: Lack): LackView {
    return {
      code,
      detail: this.refusal({ code }).detail,
      anyOf: anyOf.map(({ competenceId, name, minLevel }) => ({ id: competenceId, name, minLevel })),
      expiredAt: momentOf(expiredAt),
    };
  }

  near({ personId, competenceId, name, expiredAt, confirmableBy, ...near }: Near): NearView {
    return {
      ...near,
      person: this.named(personId),
      competence: { id: competenceId, name },
      expiredAt: momentOf(expiredAt),
      confirmableBy: confirmableBy.map((id) => this.named(id)),
    };
  }
}
