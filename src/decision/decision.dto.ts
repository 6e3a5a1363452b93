import { DelegationView } from '../delegation/delegation.dto.js';
import { dutyFlags } from '../duty/duty.dto.js';
import { Flag, Id, Instant, Line, ListOf, ManyOf, Nested, OneOf, Prose } from '../http/fields.js';
import { RefusalView } from '../http/refusal.view.js';
import { NamedView } from '../session/session.dto.js';

export class DecisionQuery {
  @Id() personId: string;
  @Id() taskId: string;
  /** When it is to be done; now, or with `knownAt` that moment, if left out. */
  @Instant({ optional: true }) at?: string;
  /** As the clinic knew it at this moment. Left out: as it knows it today. */
  @Instant({ optional: true }) knownAt?: string;
}

export class MomentQuery {
  /** Now, or with `knownAt` that moment, if left out. */
  @Instant({ optional: true }) at?: string;
  /** As the clinic knew it at this moment. Left out: as it knows it today. */
  @Instant({ optional: true }) knownAt?: string;
}

export const basisKinds = ['own-duty', 'own-right', 'delegation', 'approval'] as const;

export class BasisView {
  @OneOf(basisKinds) kind: (typeof basisKinds)[number];
  @Line({ optional: 'absent' }) occupation?: string;
  @Id({ optional: 'absent' }) dutyId?: string;
  @Id({ optional: 'absent' }) delegationId?: string;
  @Id({ optional: 'absent' }) approvalId?: string;
}

export class DecisionView {
  @Id() personId: string;
  @Id() taskId: string;
  @Instant() at: string;
  @Flag() allowed: boolean;
  @ListOf(() => BasisView) bases: BasisView[];
  @ListOf(() => RefusalView) refusals: RefusalView[];
  /** When the answer would change next; null if nothing registered changes it. */
  @Instant({ optional: 'null' }) until: string | null;
  /** When the clinic came to know what refuses it, if that was after `at`: until then it was allowed. Null otherwise. */
  @Instant({ optional: 'null' }) knownFrom: string | null;
  /** Only where it was asked for. */
  @Instant({ optional: 'absent' }) knownAt?: string;
  /** hpl-7: a missing delegation never stops emergency help. */
  @Prose({ optional: 'null' }) emergency: string | null;
}

/** For a delegated task: from whom, on which conditions, under which supervision. */
export class ReceivedView {
  @Id() id: string;
  @Nested(() => NamedView) delegator: NamedView;
  @Line() profession: string;
  @Prose({ optional: 'null' }) conditions: string | null;
  @Instant() reviewBy: string;
  @Prose() reachableHow: string;
  @Instant({ optional: 'null' }) standsTo: string | null;
}

/** For approved medicine handling: by whom, and on which conditions. */
export class ApprovedView {
  @Id() id: string;
  @Nested(() => NamedView) approver: NamedView;
  @Prose({ optional: 'null' }) conditions: string | null;
  @Instant() standsTo: string;
}

export const heldBases = ['own', 'delegated', 'approved'] as const;

export class HeldTaskView {
  @Nested(() => NamedView) task: NamedView;
  @OneOf(heldBases) basis: (typeof heldBases)[number];
  @Id({ optional: 'null' }) dutyId: string | null;
  @Nested(() => ReceivedView, { optional: 'null' }) delegation: ReceivedView | null;
  @Nested(() => ApprovedView, { optional: 'null' }) approval: ApprovedView | null;
  @Instant({ optional: 'null' }) until: string | null;
  @Flag() allowed: boolean;
  @ListOf(() => RefusalView) refusals: RefusalView[];
  @ManyOf(dutyFlags) flags: (typeof dutyFlags)[number][];
}

export class AreaView {
  @Line() code: string;
  @ListOf(() => HeldTaskView) tasks: HeldTaskView[];
}

export class ExpiringView {
  @Nested(() => NamedView) task: NamedView;
  @OneOf(heldBases) basis: (typeof heldBases)[number];
  @Instant() until: string;
}

/** What a person answers for at a moment: own, delegated and approved, by area, told apart. */
export class ResponsibilitiesView {
  @Id() personId: string;
  @Line() name: string;
  /** A protected title only with that authorisation on the date (hpl-74). */
  @Line({ min: 0, max: 4000 }) title: string;
  @Instant() at: string;
  @ListOf(() => AreaView) areas: AreaView[];
  /** Delegations that wait for this person's answer. */
  @ListOf(() => DelegationView) pending: DelegationView[];
  /** What ends within 90 days. */
  @ListOf(() => ExpiringView) expiring: ExpiringView[];
  /** Only where it was asked for. */
  @Instant({ optional: 'absent' }) knownAt?: string;
}
