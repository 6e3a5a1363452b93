import { Injectable } from '@nestjs/common';
import { template } from '../catalogue/catalogue.js';
import type { RoleDescriptionTemplate } from '../catalogue/catalogue.types.js';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf, startOfDay } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import { adoptTasks } from '../task/catalogue-adoption.js';
import { contentOfTemplate, contentOfVersion, obligationsOf, type RoleContent } from './content.js';
import * as dto from './role-description.dto.js';
import type { VersionOrTemplate } from './role-description.fields.js';
import { differences } from './role-description.rules.js';
import { roleDescriptionsAfter, roleDescriptionView, versionsAfter } from './role-description.view.js';
import { checkAreas, insertVersion, payloadOf } from './version.js';

/** Role descriptions: guidance that the clinic adapts (local-adaptation). What has been published is never rewritten. */
@Injectable()
export class RoleDescriptionService {
  constructor(private readonly tenant: Tenant) {}

  list(query: dto.RoleDescriptionsQuery, by: By): Promise<Page<dto.RoleDescriptionView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    return this.tenant.read(by, async (tx) => {
      return page(await roleDescriptionsAfter(tx, after, query.limit + 1), query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, { version, at }: dto.RoleDescriptionQuery, by: By): Promise<dto.RoleDescriptionView> {
    const wanted = { version: version ?? null, at: at === undefined ? null : instantOf(at) };
    return this.tenant.read(by, (tx) => roleDescriptionView(tx, id, wanted));
  }

  versions(id: string, query: dto.VersionsQuery, by: By): Promise<Page<dto.VersionView>> {
    const [after] = query.after<[number]>(['integer']) ?? [0];
    return this.tenant.read(by, async (tx) => {
      await mustExist(tx, 'role_description', [id]);
      return page(await versionsAfter(tx, id, after, query.limit + 1), query.limit, ({ number }) => [number]);
    });
  }

  diff(id: string, { from, to }: dto.DiffQuery, by: By): Promise<dto.DiffView> {
    return this.tenant.read(by, async (tx) => {
      const { templateCode } = await roleDescriptionView(tx, id, { version: null, at: null });
      const content = (end: VersionOrTemplate): Promise<RoleContent> =>
        end === 'template' ? contentOfTemplate(tx, templateOf(templateCode)) : contentOfVersion(tx, id, end);
      return { from, to, ...differences(await content(from), await content(to)) };
    });
  }

  create(command: dto.CreateRoleDescription | dto.AdoptTemplate, by: By): Promise<dto.RoleDescriptionView> {
    const attempt = { noun: 'role-description', act: 'create', subjects: [], command };
    return this.tenant.act(by, attempt, (tx) =>
      command instanceof dto.AdoptTemplate ? adopt(tx, templateOf(command.templateCode)) : write(tx, command),
    );
  }

  /** Duties whose task has left the role stand until they are ended; they are flagged where they are shown. */
  publish(id: string, command: dto.PublishVersion, by: By): Promise<dto.RoleDescriptionView> {
    const attempt = { noun: 'role-description', act: 'publish', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const last = await lastVersion(tx, id);
      const effectiveFrom = new Date(instantOf(command.effectiveFrom));
      if (effectiveFrom < last.effectiveFrom)
        throw Problem.invalid('/effectiveFrom', 'before-previous-version');
      await checkAreas(tx, command.areas);
      const { areas, obligations } = command;
      const version = { roleDescriptionId: id, number: last.number + 1, effectiveFrom, areas, obligations };
      await insertVersion(tx, version);
      tx.log('role-description.published', [id], payloadOf(version));
      return roleDescriptionView(tx, id, { version: version.number, at: null });
    });
  }
}

/** 404 if the catalogue has no such template. */
function templateOf(code: string | null): RoleDescriptionTemplate {
  const model = code === null ? undefined : template(code);
  if (!model) throw new Problem('not-found');
  return model;
}

async function adopt(tx: Tx, model: RoleDescriptionTemplate): Promise<dto.RoleDescriptionView> {
  const codes = model.areas.flatMap(({ taskCodes }) => taskCodes);
  const adopted = await adoptTasks(tx, [...codes, ...model.afterDelegation]);
  const idOf = (code: string) => adopted.get(code) ?? '';
  const areas = model.areas.map(({ code, title, taskCodes }) => ({
    code,
    title: title.nb,
    tasks: taskCodes.map(idOf),
  }));
  const { name, occupation } = model;
  const role = { name: name.nb, occupation, templateCode: model.code, templateVersion: model.version };
  return first(tx, role, {
    areas,
    obligations: obligationsOf(model),
    effectiveFrom: new Date(startOfDay(tx.now)),
  });
}

async function write(tx: Tx, command: dto.CreateRoleDescription): Promise<dto.RoleDescriptionView> {
  const { name, occupation, areas, obligations } = command;
  await checkAreas(tx, areas);
  const role = { name, occupation, templateCode: null, templateVersion: null };
  return first(tx, role, { areas, obligations, effectiveFrom: new Date(instantOf(command.effectiveFrom)) });
}

type Role = Pick<dto.RoleDescriptionView, 'name' | 'occupation' | 'templateCode' | 'templateVersion'>;
type Written = Omit<dto.PublishVersion, 'effectiveFrom'> & { readonly effectiveFrom: Date };

async function first(tx: Tx, role: Role, written: Written): Promise<dto.RoleDescriptionView> {
  const id = tx.newId();
  await tx.rows(
    `insert into role_description (clinic_id, id, name, occupation, template_code, template_version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, id, role.name, role.occupation, role.templateCode, role.templateVersion, new Date(tx.now)],
  );
  const version = { roleDescriptionId: id, number: 1, ...written };
  await insertVersion(tx, version);
  const type = role.templateCode === null ? 'role-description.created' : 'role-description.adopted';
  tx.log(type, [id], { ...role, ...payloadOf(version) });
  return roleDescriptionView(tx, id, { version: 1, at: null });
}

async function lastVersion(tx: Tx, id: string): Promise<{ number: number; effectiveFrom: Date }> {
  const last = await tx.one<{ number: number; effectiveFrom: Date }>(
    `select number, effective_from "effectiveFrom" from role_description_version
     where role_description_id = $1 order by number desc limit 1`,
    [id],
  );
  if (!last) throw new Problem('not-found');
  return last;
}
