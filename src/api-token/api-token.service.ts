import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { type Page, type PageQuery, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import { roles } from '../session/operations.js';
import { hashOf, newSecret } from '../session/secret.js';
import type { ApiTokenCreatedView, ApiTokenView, CreateApiToken } from './api-token.dto.js';

/** Tokens for other systems. An administrator may give any role; the log says who gave which. */
@Injectable()
export class ApiTokenService {
  constructor(private readonly tenant: Tenant) {}

  list(query: PageQuery, by: By): Promise<Page<ApiTokenView>> {
    return this.tenant.read(by, async (tx) => {
      const [after] = query.after<[string]>(['uuid']) ?? [null];
      const tokens = await tx.rows<ApiTokenView>(
        `${tokenSql} where $1::uuid is null or id > $1 order by id limit $2`,
        [after, query.limit + 1],
      );
      return page(tokens, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<ApiTokenView> {
    return this.tenant.read(by, (tx) => tokenView(tx, id));
  }

  create(command: CreateApiToken, by: By): Promise<ApiTokenCreatedView> {
    const attempt = { noun: 'api-token', act: 'create', subjects: [], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const expiresAt = expiryOf(command, tx.now);
      const token = newSecret('fullmakt_');
      const id = tx.newId();
      await tx.rows(
        `insert into api_token (clinic_id, id, name, roles, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          tx.clinicId,
          id,
          command.name,
          roles.filter((role) => command.roles.includes(role)),
          hashOf(token),
          new Date(tx.now),
          expiresAt,
        ],
      );
      const view = await tokenView(tx, id);
      tx.log('api-token.created', [id], { ...view });
      return { ...view, token };
    });
  }

  /** The next request with the token is already refused. */
  async remove(id: string, version: number | '*', by: By): Promise<void> {
    const attempt = { noun: 'api-token', act: 'delete', subjects: [id], command: { id } };
    await this.tenant.act(by, attempt, async (tx) => {
      const token = await tokenView(tx, id);
      if (version !== '*' && version !== token.version) throw new Problem('stale');
      await tx.rows('delete from api_token where id = $1', [id]);
      tx.log('api-token.deleted', [id], { id, name: token.name, roles: token.roles });
    });
  }
}

const tokenSql = `select id, name, roles, iso(created_at) "createdAt", iso(expires_at) "expiresAt", version from api_token`;

async function tokenView(tx: Tx, id: string): Promise<ApiTokenView> {
  const token = await tx.one<ApiTokenView>(`${tokenSql} where id = $1`, [id]);
  if (!token) throw new Problem('not-found');
  return token;
}

/** A token nobody remembers must not work for ever: a year by the calendar at most. */
function expiryOf({ expiresAt }: CreateApiToken, now: number): Date {
  const at = instantOf(expiresAt);
  const latest = new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + 1);
  if (at <= now) throw Problem.invalid('/expiresAt', 'too-small', new Date(now).toISOString());
  if (at > latest) throw Problem.invalid('/expiresAt', 'too-great', new Date(latest).toISOString());
  return new Date(at);
}
