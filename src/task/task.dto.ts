import { getSchemaPath } from '@nestjs/swagger';
import { SourceView } from '../catalogue/catalogue.dto.js';
import { type AreaCode, areaCodes } from '../catalogue/catalogue.types.js';
import { RequirementView } from '../competence/requirement.dto.js';
import { isPlainObject } from '../http/field-checks.js';
import { Flag, Id, Ids, Instant, Line, ListOf, ManyOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { LegalBasisView } from '../http/refusal.view.js';
import { ListInForms } from '../http/short-forms.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';
import { WhatLapsedView } from '../people/people.dto.js';
import { type Relation, relations } from './task.rules.js';

/** An occupation that holds the task in its own right, and whether it may leave it to others (hpl-5). */
export class Entitle {
  @OneOf(occupationCodes) occupation: OccupationCode;
  @Flag() mayDelegate: boolean;
}

/** The task is a copy of that one, a part of it, or a whole (a bundle) that holds it. */
export class LineageLink {
  @Id() taskId: string;
  @OneOf(relations) relation: Relation;
}

const uuid = { type: 'string', format: 'uuid' };
const link = { $ref: getSchemaPath(LineageLink) };
const mostLinks = 50;
const lineageSchema = {
  nullable: true,
  oneOf: [uuid, link, { type: 'array', maxItems: mostLinks, items: { oneOf: [uuid, link] } }],
};

const linkOf = (value: unknown): unknown =>
  typeof value === 'string' ? { taskId: value, relation: 'copy' } : value;

function linksOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(linkOf);
  return typeof value === 'string' || isPlainObject(value) ? [linkOf(value)] : value;
}

export class CreateTask {
  @Line() name: string;
  @OneOf(areaCodes) area: AreaCode;
  /** What the task comes from. A bare id is a copy. Written once: nothing delegated can change its name on the way. */
  @ListInForms(() => LineageLink, linksOf, { optional: true, max: mostLinks, schema: lineageSchema })
  lineageOf?: LineageLink[] | null;
  /** Each occupation once. */
  @ListOf(() => Entitle, { max: 100 }) entitlements: Entitle[];
  /** All of them, each at its lowest level, since ever. */
  @Ids({ optional: true, max: 50 }) requiredCompetenceIds?: string[] | null;
  /** Occupations the law reserves the task to: nobody else holds it, and it is never left to others (hpl-11). */
  @ManyOf(occupationCodes, { min: 1, optional: true }) reservedTo?: OccupationCode[] | null;
  @Flag({ optional: true }) contested?: boolean | null;
  /** Medicine handling: a manager may approve a named person for it. */
  @Flag({ optional: true }) medicineHandling?: boolean | null;
}

/** Takes one task of the national catalogue into use. */
export class AdoptTask {
  @Line() catalogueCode: string;
}

export class ChangeTask {
  @Line({ optional: 'absent' }) name?: string;
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  /** All of them: an occupation that is left out no longer holds the task from now. */
  @ListOf(() => Entitle, { max: 100, optional: 'absent' }) entitlements?: Entitle[];
  /** Not taken from a task that somebody has been approved for. */
  @Flag({ optional: 'absent' }) medicineHandling?: boolean;
}

/** `delegable`: somebody may leave it to others; `requiring`: competence is required; the last two tell where it comes from. */
const taskKinds = [
  'delegable',
  'reserved',
  'contested',
  'medicine-handling',
  'requiring',
  'national',
  'own',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export class TaskQuery extends PageQuery {
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  /** An occupation that holds the task in its own right now. */
  @OneOf(occupationCodes, { optional: 'absent' }) occupation?: OccupationCode;
  /** As it is now. */
  @OneOf(taskKinds, { optional: 'absent' }) kind?: TaskKind;
  /** Part of the name, in any case. */
  @Line({ optional: 'absent', min: 0 }) q?: string;
}

export class LegalNoteView {
  @Nested(() => LegalBasisView) legalBasis: LegalBasisView;
  @Prose() note: string;
}

export class EntitlementView extends Entitle {
  /** Null: since ever. */
  @Instant({ optional: 'null' }) validFrom: string | null;
  @Instant({ optional: 'null' }) validTo: string | null;
}

export class TaskView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(areaCodes) area: AreaCode;
  /** The task of the national catalogue that this one was adopted from. */
  @Line({ optional: 'null' }) catalogueCode: string | null;
  @Nested(() => SourceView, { optional: 'null' }) source: SourceView | null;
  @ListOf(() => LegalNoteView) legalNotes: LegalNoteView[];
  @ListOf(() => LineageLink) lineage: LineageLink[];
  /** In force now. */
  @ListOf(() => EntitlementView) entitlements: EntitlementView[];
  /** Every competence that is one way to meet what is required now. */
  @Ids() requiredCompetenceIds: string[];
  /** In force now: all of them, each by one of its options. */
  @ListOf(() => RequirementView) requirements: RequirementView[];
  @ManyOf(occupationCodes, { optional: 'null' }) reservedTo: OccupationCode[] | null;
  @Flag() contested: boolean;
  @Flag() medicineHandling: boolean;
  @Whole({ min: 1 }) version: number;
}

export class TaskChangedView extends TaskView {
  /** Duties and delegations that rested on an entitlement that is gone. */
  @Nested(() => WhatLapsedView) lapsed: WhatLapsedView;
}
