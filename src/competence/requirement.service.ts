import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { By } from '../session/by.js';
import { insertRequirements, type NewRequirement, requirementsIn } from './new-requirement.js';
import type { Require, RequirementsView } from './requirement.dto.js';
import { bumpVersion, type RequiredOf, requirementsView } from './requirement.view.js';

/** What a task or a role description requires, from a date. */
@Injectable()
export class RequirementService {
  constructor(private readonly tenant: Tenant) {}

  get(of: RequiredOf, id: string, by: By): Promise<RequirementsView> {
    return this.tenant.read(by, (tx) => requirementsView(tx, of, id));
  }

  /** What is required again in the same words goes on as it was, so that nothing it has interrupted revives. */
  set(
    of: RequiredOf,
    id: string,
    command: Require,
    version: number | '*',
    by: By,
  ): Promise<RequirementsView> {
    const attempt = { noun: 'requirement', act: 'change', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await requirementsView(tx, of, id);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const from = instantOf(command.from);
      const wanted = await requirementsIn(tx, command.allOf, '/allOf');
      const kept = keptOf(before, wanted, from);
      const opened = wanted.filter((required) => !kept.has(wordsOf(required)));
      const told = { kept: [...kept.values()], opened };
      await close(tx, of, id, { from, kept: told.kept });
      await insertRequirements(tx, opened, of, id, new Date(from));
      await bumpVersion(tx, of, id);
      tx.log('requirement.changed', [id, ...competencesIn(wanted)], {
        ...(of === 'task' ? { taskId: id } : { roleDescriptionId: id }),
        from: new Date(from).toISOString(),
        kept: told.kept,
        opened: opened.map((required) => ({
          ...required,
          exceptOccupations: [...required.exceptOccupations],
          anyOf: required.anyOf.map((o) => ({ ...o })),
        })),
      });
      return requirementsView(tx, of, id);
    });
  }
}

const competencesIn = (wanted: readonly NewRequirement[]): string[] => [
  ...new Set(wanted.flatMap(({ anyOf }) => anyOf.map(({ competenceId }) => competenceId))),
];

/** The same options for the same people, in whatever order. */
const wordsOf = ({
  anyOf,
  exceptOccupations,
}: Pick<NewRequirement, 'anyOf' | 'exceptOccupations'>): string => {
  const options = anyOf.map(({ competenceId, minLevel }) => `${competenceId} ${minLevel}`).sort();
  return [...options, ...[...exceptOccupations].sort()].join(', ');
};

/** Those that stand for good since before, by their words. */
function keptOf(
  { items }: RequirementsView,
  wanted: readonly NewRequirement[],
  from: number,
): Map<string, string> {
  const words = new Set(wanted.map(wordsOf));
  const open = items.filter(
    (required) =>
      required.validTo === null &&
      (required.validFrom === null || Date.parse(required.validFrom) <= from) &&
      words.has(wordsOf(required)),
  );
  return new Map(open.map((required) => [wordsOf(required), required.id]));
}

const close = (
  tx: Tx,
  of: RequiredOf,
  id: string,
  { from, kept }: { from: number; kept: readonly string[] },
): Promise<unknown> =>
  tx.rows(
    `update requirement set valid = case when lower_inf(valid) or lower(valid) < $2 then tstzrange(lower(valid), $2) end
     where ${of}_id = $1 and valid && tstzrange($2, null) and id <> all($3::uuid[])`,
    [id, new Date(from), kept],
  );
