import type { Period } from '../../law/period.js';
import type { ApprovalState } from './state.approvals.js';
import type {
  AbstentionState,
  CompetenceRecordState,
  CompetenceState,
  PolicyState,
  RequirementState,
} from './state.competences.js';
import type { EvidenceState } from './state.evidence.js';
import type { TeachingState } from './state.teaching.js';
import type { TrainingGoalState, TrainingPlanState, TrainingStepState } from './state.training.js';
import type { WorkingDaysState } from './state.working-days.js';

/**
 * What a clinic's log adds up to: the same as the clinic's tables, rebuilt from entries alone.
 * Instants are epoch milliseconds, open ends of periods ±Infinity; ids are as in the tables.
 * What the tables derive by triggers (practice rights, presence, kin) is derived here by the pure rules.
 */
export interface State {
  readonly people: Map<string, PersonState>;
  readonly engagements: Map<string, EngagementState>;
  readonly authorisations: Map<string, AuthorisationState>;
  readonly reactions: Map<string, ReactionState>;
  readonly tasks: Map<string, TaskState>;
  readonly roleDescriptions: Map<string, RoleDescriptionState>;
  readonly duties: Map<string, DutyState>;
  readonly delegations: Map<string, DelegationState>;
  readonly approvals: Map<string, ApprovalState>;
  readonly competences: Map<string, CompetenceState>;
  readonly requirements: Map<string, RequirementState>;
  readonly competenceRecords: Map<string, CompetenceRecordState>;
  readonly teachings: Map<string, TeachingState>;
  readonly evidence: Map<string, EvidenceState>;
  readonly abstentions: Map<string, AbstentionState>;
  /** By name. */
  readonly policies: Map<string, PolicyState>;
  readonly trainingPlans: Map<string, TrainingPlanState>;
  readonly trainingGoals: Map<string, TrainingGoalState>;
  readonly trainingSteps: Map<string, TrainingStepState>;
  readonly workingDays: Map<string, WorkingDaysState>;
}

export interface PersonState {
  readonly id: string;
  name: string;
  email: string | null;
  hprNumber: number | null;
  /** YYYY-MM-DD. */
  birthDate: string | null;
  version: number;
  readonly createdAt: number;
}

export interface EngagementState {
  readonly id: string;
  readonly personId: string;
  readonly occupation: string;
  readonly kind: 'ansatt' | 'vikar' | 'elev' | 'student' | 'innleid';
  readonly roleDescriptionId: string | null;
  readonly supervisorId: string | null;
  valid: Period;
  endReason: string | null;
  readonly createdAt: number;
}

export interface AuthorisationState {
  readonly id: string;
  readonly personId: string;
  readonly profession: string;
  readonly approvalType: string;
  readonly valid: Period;
  readonly conditions: string | null;
  readonly evidence: { readonly source: string; readonly checkedAt: string; readonly note: string | null };
  readonly createdAt: number;
}

export interface ReactionState {
  readonly id: string;
  readonly personId: string;
  readonly authorisationId: string | null;
  readonly kind: 'full-suspension' | 'limited-suspension' | 'limitation' | 'recall' | 'waiver' | 'ban';
  readonly valid: Period;
  /** When the clinic came to know: at the latest when it was recorded. */
  readonly knownFrom: number;
  readonly taskIds: readonly string[];
  readonly note: string;
  readonly createdAt: number;
}

export interface EntitlementState {
  readonly occupation: string;
  readonly mayDelegate: boolean;
  valid: Period;
}

export interface TaskState {
  readonly id: string;
  name: string;
  area: string;
  readonly catalogueCode: string | null;
  readonly reservedTo: readonly string[] | null;
  readonly contested: boolean;
  medicineHandling: boolean;
  readonly lineage: readonly { readonly taskId: string; readonly relation: 'copy' | 'part' | 'whole' }[];
  readonly entitlements: EntitlementState[];
  version: number;
  readonly createdAt: number;
}

export interface RoleDescriptionState {
  readonly id: string;
  readonly name: string;
  readonly occupation: string;
  readonly templateCode: string | null;
  readonly templateVersion: number | null;
  readonly versions: RoleDescriptionVersionState[];
  requirementsVersion: number;
  readonly createdAt: number;
}

export interface RoleDescriptionVersionState {
  readonly number: number;
  readonly effectiveFrom: number;
  readonly areas: readonly {
    readonly code: string;
    readonly title: string;
    readonly tasks: readonly string[];
  }[];
  readonly obligations: readonly { readonly text: string; readonly legalBases: readonly string[] }[];
  readonly publishedAt: number;
}

export interface DutyState {
  readonly id: string;
  readonly personId: string;
  readonly taskId: string;
  readonly occupation: string;
  readonly profession: string | null;
  /** Null when it ended before it began. */
  valid: Period | null;
  endReason: string | null;
  readonly createdAt: number;
}

export interface DelegationState {
  readonly id: string;
  readonly taskId: string;
  readonly delegatorId: string;
  readonly delegatorProfession: string;
  readonly delegateeId: string;
  readonly requested: Period;
  /** When it really stands: null until accepted, and again if it ended before it began. */
  valid: Period | null;
  pending: boolean;
  readonly assessment: {
    readonly taskNature: string;
    readonly qualifications: string;
    readonly followUp: string;
  };
  readonly conditions: string | null;
  reviewBy: number;
  readonly reachableHow: string;
  readonly training: { readonly purpose: string; readonly supervisorId: string } | null;
  readonly contested: {
    readonly course: string;
    readonly reasoning: string;
    readonly delegatorPresent: boolean;
  } | null;
  readonly steps: DelegationStepState[];
  readonly reviews: DelegationReviewState[];
  readonly createdAt: number;
}

export interface DelegationStepState {
  /** `entry 17` where the entry was written before steps told their ids. */
  readonly id: string;
  readonly kind: 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'revoked' | 'relinquished' | 'lapsed';
  /** From when it counts; `recordedAt` is when it was done. */
  readonly at: number;
  readonly recordedAt: number;
  readonly actorId: string;
  readonly personId: string | null;
  readonly reason: string | null;
}

export interface DelegationReviewState {
  /** `entry 17` where the entry was written before reviews told their ids. */
  readonly id: string;
  readonly at: number;
  readonly actorId: string;
  readonly personId: string | null;
  readonly outcome: string;
  readonly note: string;
}

export const emptyState = (): State => ({
  people: new Map(),
  engagements: new Map(),
  authorisations: new Map(),
  reactions: new Map(),
  tasks: new Map(),
  roleDescriptions: new Map(),
  duties: new Map(),
  delegations: new Map(),
  approvals: new Map(),
  competences: new Map(),
  requirements: new Map(),
  competenceRecords: new Map(),
  teachings: new Map(),
  evidence: new Map(),
  abstentions: new Map(),
  policies: new Map(),
  trainingPlans: new Map(),
  trainingGoals: new Map(),
  trainingSteps: new Map(),
  workingDays: new Map(),
});

/** An entry as the fold takes it: the leaf's own fields, and its payload, which is null once erased. */
export interface LoggedEntry {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly type: string;
  readonly actor: string;
  readonly payload: { readonly [key: string]: unknown } | null;
}
