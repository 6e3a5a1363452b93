import { titleOf } from '../law/approval-types.js';
import type { Language } from '../law/legal-bases.js';
import { type OccupationCode, occupations } from '../law/occupations.js';
import { midnightInOslo } from '../law/oslo.js';
import { anyContains, contains, intersection, type Period, without } from '../law/period.js';

export const reactionKinds = [
  'full-suspension',
  'limited-suspension',
  'limitation',
  'recall',
  'waiver',
  'ban',
] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Reactions that take the whole right; the others take single tasks or set conditions. */
const takesWholeRight = (kind: ReactionKind): boolean =>
  kind !== 'limited-suspension' && kind !== 'limitation';

export interface AuthorisationFacts {
  readonly id: string;
  readonly profession: string;
  readonly approvalType: string;
  readonly valid: Period;
}

export interface ReactionFacts {
  readonly authorisationId: string | null;
  readonly kind: ReactionKind;
  readonly valid: Period;
}

/** The day on which authorisation, licence and specialist approval lapse (hpl-54); born 29 February, on the 28th where there is no 29th. */
export function eightiethBirthday(birthDate: string): string {
  const [year, rest] = [Number(birthDate.slice(0, 4)) + 80, birthDate.slice(4)];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${year}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`;
}

/** The moment at which that day begins, epoch milliseconds; never where no birth date is registered. */
export const lapsesAt = (birthDate: string | null): number =>
  birthDate === null ? Number.POSITIVE_INFINITY : midnightInOslo(eightiethBirthday(birthDate));

/**
 * The periods in which a person may practise each profession: approvals until the 80th birthday (hpl-54) minus reactions.
 * A reaction strikes the approval it names and every earlier one for the same profession; an approval given later is a new
 * decision. A ban strikes all. The table practice_right holds the same, and a property test holds the two together.
 */
export function practiceRights(
  authorisations: readonly AuthorisationFacts[],
  reactions: readonly ReactionFacts[],
  lapsesAt: number,
): { profession: string; valid: Period }[] {
  const byId = new Map(authorisations.map((authorisation) => [authorisation.id, authorisation]));
  const left = new Map<string, Period[]>();
  for (const approval of authorisations) {
    const alive = intersection(approval.valid, { from: Number.NEGATIVE_INFINITY, to: lapsesAt });
    const struck = reactions
      .filter((reaction) => strikes(reaction, approval, byId))
      .map(({ valid }) => valid);
    const parts = left.get(approval.profession) ?? [];
    left.set(approval.profession, [...parts, ...(alive ? without([alive], struck) : [])]);
  }
  return [...left].flatMap(([profession, parts]) =>
    without(parts, []).map((valid) => ({ profession, valid })),
  );
}

function strikes(
  reaction: ReactionFacts,
  approval: AuthorisationFacts,
  byId: ReadonlyMap<string, AuthorisationFacts>,
): boolean {
  if (!takesWholeRight(reaction.kind)) return false;
  if (reaction.kind === 'ban') return true;
  const named = reaction.authorisationId === null ? undefined : byId.get(reaction.authorisationId);
  if (named?.profession !== approval.profession) return false;
  return named.id === approval.id || approval.valid.from <= reaction.valid.from;
}

export interface TitleFacts {
  readonly engagements: readonly { readonly occupation: string; readonly valid: Period }[];
  readonly rights: readonly { readonly profession: string; readonly valid: Period }[];
  readonly authorisations: readonly AuthorisationFacts[];
  readonly reactions: readonly ReactionFacts[];
}

/**
 * The titles a person may carry at a moment, one for each occupation they are engaged in, in the order of the ties.
 * A protected title is never shown without that authorisation on that date (hpl-74): it falls back to the plain name.
 * So does a group without authorisations here: veterinær is protected too, by another act.
 * An approval that is struck adds nothing: a licence given after a recall is shown as a licence.
 */
export function titlesOn(facts: TitleFacts, at: number, language: Language): string[] {
  const working = new Set(
    facts.engagements.filter(({ valid }) => contains(valid, at)).map(({ occupation }) => occupation),
  );
  const byId = new Map(facts.authorisations.map((authorisation) => [authorisation.id, authorisation]));
  const current = facts.reactions.filter(({ valid }) => contains(valid, at));
  return [...working].map((code) => {
    const occupation = occupations[code as OccupationCode];
    const rights = facts.rights.filter((right) => right.profession === code).map(({ valid }) => valid);
    if (!anyContains(rights, at)) return occupation.plainName[language];
    const approvals = facts.authorisations.filter(
      (approval) =>
        approval.profession === code &&
        contains(approval.valid, at) &&
        !current.some((reaction) => strikes(reaction, approval, byId)),
    );
    return titleOf(
      code as OccupationCode,
      approvals.map(({ approvalType }) => approvalType),
      language,
    );
  });
}
