import { Email, Id, Instant, Line, ListOf, ManyOf, Nested, Secret } from '../http/fields.js';
import { type Role, roles } from './operations.js';

export class SignIn {
  @Email() email: string;
  @Secret() password: string;
}

export class ChooseClinic {
  @Id() clinicId: string;
}

export class UserView {
  @Id() id: string;
  @Email() email: string;
  @Line() name: string;
}

export class NamedView {
  @Id() id: string;
  @Line() name: string;
}

export class ClinicOfUserView extends NamedView {
  @ManyOf(roles) roles: Role[];
}

/** Who am I, where, and as what. `user` is null for an API token. */
export class SessionView {
  @Nested(() => UserView, { optional: 'null' }) user: UserView | null;
  @Nested(() => NamedView, { optional: 'null' }) person: NamedView | null;
  @Nested(() => NamedView, { optional: 'null' }) clinic: NamedView | null;
  @ManyOf(roles) roles: Role[];
  /** When the role auditor ends by itself; null when it does not, or is not held. */
  @Instant({ optional: 'null' }) auditorUntil: string | null;
  @ListOf(() => ClinicOfUserView) clinics: ClinicOfUserView[];
}
