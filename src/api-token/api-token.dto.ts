import { Id, Instant, Line, ManyOf, Secret, Whole } from '../http/fields.js';
import { type Role, roles } from '../session/operations.js';

export class CreateApiToken {
  /** What the token is for, so that whoever reads the log knows what acted. */
  @Line() name: string;
  @ManyOf(roles, { min: 1 }) roles: Role[];
  /** In the future, and at most a year ahead. */
  @Instant() expiresAt: string;
}

export class ApiTokenView {
  @Id() id: string;
  @Line() name: string;
  @ManyOf(roles) roles: Role[];
  @Instant() createdAt: string;
  @Instant() expiresAt: string;
  @Whole({ min: 1 }) version: number;
}

export class ApiTokenCreatedView extends ApiTokenView {
  /** Given this once; only its hash is kept. */
  @Secret() token: string;
}
