import { type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { legalBasisIds } from '../catalogue/catalogue.dto.js';
import { type AreaCode, areaCodes } from '../catalogue/catalogue.types.js';
import { Id, Instant, Line, ListOf, ManyOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { ListInForms, TaskIds } from '../http/short-forms.js';
import type { LegalBasisId } from '../law/legal-bases.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { EndOfDiff, type VersionOrTemplate } from './role-description.fields.js';

/** A general obligation, and what it rests on. */
export class Obligation {
  @Prose({ min: 1 }) text: string;
  @ManyOf(legalBasisIds) legalBases: LegalBasisId[];
}

const obligationSchema: ApiPropertyOptions = {
  type: 'array',
  maxItems: 200,
  items: { oneOf: [{ type: 'string', minLength: 1, maxLength: 4000 }, { $ref: getSchemaPath(Obligation) }] },
};

const spelledOut = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? { text: item, legalBases: [] } : item))
    : value;

/** In one area. */
const mostTasks = 500;
const mostInAll = { max: mostTasks * areaCodes.length };

export class AreaOfRole {
  @OneOf(areaCodes) code: AreaCode;
  @Line() title: string;
  @TaskIds({ max: mostTasks }) tasks: string[];
}

/** What a version says. Each area once, and each task in one area. */
export class PublishVersion {
  @ListOf(() => AreaOfRole, { max: areaCodes.length }) areas: AreaOfRole[];
  /** As text, or with what it rests on. */
  @ListInForms(() => Obligation, spelledOut, { max: 200, schema: obligationSchema })
  obligations: Obligation[];
  @Instant() effectiveFrom: string;
}

export class CreateRoleDescription extends PublishVersion {
  @Line() name: string;
  @OneOf(occupationCodes) occupation: OccupationCode;
}

/** Takes a template of the national catalogue into use, with every task it names. */
export class AdoptTemplate {
  @Line() templateCode: string;
}

const number = Transform(({ value }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
);

export class RoleDescriptionQuery {
  /** The version in force then; now when absent. */
  @Instant({ optional: 'absent' }) at?: string;
  /** This version, whatever `at` says. */
  @number
  @Whole({ min: 1, optional: 'absent' })
  version?: number;
}

export class RoleDescriptionsQuery extends PageQuery {}

export class VersionsQuery extends PageQuery {}

/** Version numbers, or `template` for the newest of the national catalogue. */
export class DiffQuery {
  @EndOfDiff() from: VersionOrTemplate;
  @EndOfDiff() to: VersionOrTemplate;
}

export class TaskOfRole {
  @Id() id: string;
  @Line() name: string;
  @OneOf(areaCodes) area: AreaCode;
}

export class AreaOfRoleView {
  @OneOf(areaCodes) code: AreaCode;
  @Line() title: string;
  @ListOf(() => TaskOfRole) tasks: TaskOfRole[];
}

export class RoleDescriptionView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(occupationCodes) occupation: OccupationCode;
  @Line({ optional: 'null' }) templateCode: string | null;
  @Whole({ min: 1, optional: 'null' }) templateVersion: number | null;
  /** The template's newest version, if it is newer than the one adopted; `diff?from=template` tells them apart. */
  @Whole({ min: 1, optional: 'null' }) newerTemplate: number | null;
  /** Of the version shown. */
  @Whole({ min: 1 }) version: number;
  @Instant() effectiveFrom: string;
  @Instant() publishedAt: string;
  @ListOf(() => AreaOfRoleView) areas: AreaOfRoleView[];
  @ListOf(() => Obligation) obligations: Obligation[];
}

export class VersionView {
  @Whole({ min: 1 }) number: number;
  @Instant() effectiveFrom: string;
  @Instant() publishedAt: string;
}

export class DiffTask {
  /** Null for a task of the template that the clinic has not taken into use. */
  @Id({ optional: 'null' }) id: string | null;
  @Line() name: string;
  @Line({ optional: 'null' }) catalogueCode: string | null;
}

export class PlacedTask {
  @OneOf(areaCodes) area: AreaCode;
  @Nested(() => DiffTask) task: DiffTask;
}

export class MovedTask {
  @Nested(() => DiffTask) task: DiffTask;
  @OneOf(areaCodes) fromArea: AreaCode;
  @OneOf(areaCodes) toArea: AreaCode;
}

export class ObligationsDiff {
  @ListOf(() => Obligation) added: Obligation[];
  @ListOf(() => Obligation) removed: Obligation[];
}

/** What the second has that the first has not, and the other way round. */
export class DiffView {
  @EndOfDiff() from: VersionOrTemplate;
  @EndOfDiff() to: VersionOrTemplate;
  @ListOf(() => PlacedTask, mostInAll) added: PlacedTask[];
  @ListOf(() => PlacedTask, mostInAll) removed: PlacedTask[];
  @ListOf(() => MovedTask, mostInAll) moved: MovedTask[];
  @Nested(() => ObligationsDiff) obligations: ObligationsDiff;
}
