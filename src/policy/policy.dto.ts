import { OneOf, Whole } from '../http/fields.js';

const dutyPolicies = ['warn', 'refuse'] as const;
export type DutyPolicy = (typeof dutyPolicies)[number];

export class SetPolicy {
  /** What happens where somebody is assigned a duty whose required competence they lack; `warn` unless chosen. */
  @OneOf(dutyPolicies) competenceOfDuties: DutyPolicy;
}

export class PolicyView {
  @OneOf(dutyPolicies) competenceOfDuties: DutyPolicy;
  @Whole({ min: 1 }) version: number;
}
