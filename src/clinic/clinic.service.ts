import { Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { startOfDay } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import { Passwords } from '../session/password.js';
import type { ClinicView, SignUpClinic } from './clinic.dto.js';

/** Signs a clinic up: the clinic, its first manager as a person engaged as leader (X-LED), and the manager's account. */
@Injectable()
export class ClinicService {
  constructor(
    private readonly passwords: Passwords,
    private readonly tenant: Tenant,
    private readonly clock: Clock,
  ) {}

  async signUp(command: SignUpClinic): Promise<ClinicView> {
    const { email, password } = command.manager;
    const passwordHash = await this.passwords.hash(password);
    const [clinicId, accountId] = [this.clock.newId(), this.clock.newId()];
    const roles = ['manager', 'administrator'] as const;
    const by = { clinicId, loginId: accountId, personId: this.clock.newId(), roles, language: 'nb' as const };
    const attempt = { noun: 'clinic', act: 'sign-up', subjects: [], command: { name: command.name } };
    return await this.tenant.act(by, attempt, async (tx) => {
      await this.createAccount(tx, accountId, command, passwordHash, email);
      await this.createClinic(tx, command);
      return viewOf(tx, command, accountId);
    });
  }

  private async createAccount(
    tx: Tx,
    id: string,
    { manager }: SignUpClinic,
    hash: string,
    email: string,
  ): Promise<void> {
    await tx.rows(`select set_config('app.email', $1, true)`, [email]);
    const taken = await tx.one('select id from account where email = $1', [email]);
    if (taken) throw new Problem('account-exists');
    await tx.rows(
      'insert into account (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)',
      [id, email, manager.name, hash, new Date(tx.now)],
    );
  }

  private async createClinic(
    tx: Tx,
    { name, organisationNumber, kind, manager }: SignUpClinic,
  ): Promise<void> {
    const { personId, loginId, roles } = tx.by;
    const now = new Date(tx.now);
    await tx.rows(
      'insert into clinic (id, name, organisation_number, kind, created_at) values ($1, $2, $3, $4, $5)',
      [tx.clinicId, name, organisationNumber ?? null, kind, now],
    );
    await tx.rows('insert into person (clinic_id, id, name, email, created_at) values ($1, $2, $3, $4, $5)', [
      tx.clinicId,
      personId,
      manager.name,
      manager.email,
      now,
    ]);
    const from = new Date(startOfDay(tx.now));
    const engagementId = tx.newId();
    await tx.rows(
      `insert into engagement (clinic_id, id, person_id, occupation, kind, valid, created_at)
       values ($1, $2, $3, 'X-LED', 'ansatt', tstzrange($4, null), $5)`,
      [tx.clinicId, engagementId, personId, from, now],
    );
    const memberId = tx.newId();
    await tx.rows(
      'insert into membership (clinic_id, id, account_id, person_id, roles, created_at) values ($1, $2, $3, $4, $5, $6)',
      [tx.clinicId, memberId, loginId, personId, [...roles], now],
    );
    tx.log('clinic.signed-up', [personId], { name, kind, organisationNumber });
    tx.log('person.registered', [personId], { personId, name: manager.name, email: manager.email });
    tx.log('engagement.started', [personId, engagementId], {
      id: engagementId,
      personId,
      occupation: 'X-LED',
      kind: 'ansatt',
      validFrom: from.toISOString(),
    });
    tx.log('member.joined', [memberId, personId], {
      id: memberId,
      account: loginId,
      personId,
      roles: [...roles],
    });
  }
}

const viewOf = (
  tx: Tx,
  { name, organisationNumber, kind, manager }: SignUpClinic,
  accountId: string,
): ClinicView => ({
  id: tx.clinicId,
  name,
  organisationNumber: organisationNumber ?? null,
  kind,
  createdAt: new Date(tx.now).toISOString(),
  personId: tx.by.personId ?? '',
  user: { id: accountId, email: manager.email, name: manager.name },
});
