import { Email, Id, Instant, Line, Nested, OneOf, OrganisationNumber, Secret } from '../http/fields.js';
import { UserView } from '../session/session.dto.js';

const clinicKinds = ['legekontor', 'tannklinikk'] as const;
export type ClinicKind = (typeof clinicKinds)[number];

export class FirstManager {
  @Line() name: string;
  @Email() email: string;
  /** At least 12 characters. */
  @Secret({ min: 12 }) password: string;
}

export class SignUpClinic {
  @Line() name: string;
  @OrganisationNumber({ optional: true }) organisationNumber?: string;
  @OneOf(clinicKinds) kind: ClinicKind;
  @Nested(() => FirstManager) manager: FirstManager;
}

export class ClinicView {
  @Id() id: string;
  @Line() name: string;
  @OrganisationNumber({ optional: 'null' }) organisationNumber: string | null;
  @OneOf(clinicKinds) kind: ClinicKind;
  @Instant() createdAt: string;
  /** The manager's person at the clinic. */
  @Id() personId: string;
  @Nested(() => UserView) user: UserView;
}
