import { Email, Id, Instant, Line, ManyOf, Nested, Secret, Whole } from '../http/fields.js';
import { type Role, roles } from '../session/operations.js';
import { NamedView, UserView } from '../session/session.dto.js';

export class Invite {
  @Email() email: string;
  /** Whom the login belongs to; left out for somebody who does not work here, as an auditor. */
  @Id({ optional: true }) personId?: string | null;
  @ManyOf(roles, { min: 1 }) roles: Role[];
  /** When the role auditor ends by itself; in the future, and only together with that role. */
  @Instant({ optional: true }) auditorUntil?: string | null;
}

/** An invitation that nobody has accepted yet. */
export class OpenInvitationView {
  @Id() id: string;
  @Email() email: string;
  @Id({ optional: 'null' }) personId: string | null;
  @ManyOf(roles) roles: Role[];
  @Instant({ optional: 'null' }) auditorUntil: string | null;
  @Instant() expiresAt: string;
}

export class InvitationView extends OpenInvitationView {
  /** Given this once; whoever holds it can join, so it goes to the invited and to nobody else. */
  @Line({ max: 4000 }) link: string;
}

export class AcceptInvitation {
  @Secret() token: string;
  /** Not used where the e-mail address has an account already. */
  @Line() name: string;
  /** At least 12 characters; the account's own where the e-mail address has one already. */
  @Secret({ min: 12 }) password: string;
}

export class JoinedView {
  @Nested(() => UserView) user: UserView;
  @Nested(() => NamedView) clinic: NamedView;
  @Nested(() => NamedView, { optional: 'null' }) person: NamedView | null;
  @ManyOf(roles) roles: Role[];
}

export class ChangeMember {
  @ManyOf(roles, { min: 1 }) roles: Role[];
  /**
   * When the role auditor ends by itself; in the future, and only together with that role. Null: it does not.
   * Left out, whoever is an auditor keeps the end there was.
   */
  @Instant({ optional: true }) auditorUntil?: string | null;
}

/** A login at the clinic: an account, the person it belongs to, and what it may do. */
export class MemberView {
  @Id() id: string;
  @Nested(() => UserView) user: UserView;
  @Nested(() => NamedView, { optional: 'null' }) person: NamedView | null;
  /** Held now: without auditor when that has ended. */
  @ManyOf(roles) roles: Role[];
  /** When the role auditor ends, or ended, by itself. */
  @Instant({ optional: 'null' }) auditorUntil: string | null;
  @Whole({ min: 1 }) version: number;
}
