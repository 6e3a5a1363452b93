import { ApiPropertyOptional } from '@nestjs/swagger';
import { type AreaCode, areaCodes } from '../catalogue/catalogue.types.js';
import { basisKinds } from '../decision/decision.dto.js';
import { listOf, whole } from '../http/field-checks.js';
import {
  Flag,
  field,
  Id,
  Instant,
  Line,
  ListOf,
  ManyOf,
  OneOf,
  Prose,
  Whole,
  Wholes,
} from '../http/fields.js';
import { RefusalView } from '../http/refusal.view.js';
import { type OccupationCode, occupationCodes } from '../law/occupations.js';

const many = 1_000_000;
const place = { min: 0, max: many };

/** `in-use`: those that somebody holds, or that a role description in force names. */
export const taskChoices = ['in-use', 'all'] as const;

export class MatrixQuery {
  /** Now, or with `knownAt` that moment, if left out. */
  @Instant({ optional: true }) at?: string;
  /** As the clinic knew it at this moment. Left out: as it knows it today. */
  @Instant({ optional: true }) knownAt?: string;
  /** Only tasks of this area. */
  @OneOf(areaCodes, { optional: 'absent' }) area?: AreaCode;
  /** Only those who are engaged as this at the moment. */
  @OneOf(occupationCodes, { optional: 'absent' }) occupation?: OccupationCode;
  /** Only tasks that require it at the moment, alone or as one of several; of competences only this one. */
  @Id({ optional: 'absent' }) competenceId?: string;
  /** Those in use if left out. Of competences: whose requirements count. */
  @OneOf(taskChoices, { optional: 'absent' }) tasks?: (typeof taskChoices)[number];
}

export class MatrixPersonView {
  @Id() id: string;
  @Line() name: string;
  /** A protected title only with that authorisation on the date (hpl-74). */
  @Line({ min: 0, max: 4000 }) title: string;
  /** As what they are engaged at the moment. */
  @ManyOf(occupationCodes) occupations: OccupationCode[];
}

export class MatrixTaskView {
  @Id() id: string;
  @Line() name: string;
  @OneOf(areaCodes) area: AreaCode;
}

/** On what basis; which duty, delegation or approval it is, `GET /decisions` says. */
export class MatrixBasisView {
  @OneOf(basisKinds) kind: (typeof basisKinds)[number];
  /** Of what is done in one's own right. */
  @Line({ optional: 'absent' }) occupation?: string;
}

export class MatrixReasonView {
  /** Its place in `refusals`, from 0. */
  @Whole(place) refusal: number;
  /** What is lacking, and since when. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } })
  about?: Readonly<Record<string, string | number | null>>;
}

/** What one cell says, or many alike. */
export class MatrixAnswerView {
  @Flag() allowed: boolean;
  /** Places in `bases`, from 0; none where it is not allowed. */
  @Wholes(place, { distinct: true }) bases: number[];
  /** None where it is allowed. */
  @ListOf(() => MatrixReasonView) refusals: MatrixReasonView[];
  /** When the answer changes next; null if nothing registered changes it. */
  @Instant({ optional: 'null' }) until: string | null;
}

/** Rows of places from 0. */
const Cells = (): PropertyDecorator => {
  const bounds = { min: 0, max: many };
  const row = { type: 'array', items: { type: 'integer', minimum: 0, maximum: many }, maxItems: many };
  return field(
    listOf(listOf(whole(place), bounds, false), bounds, false),
    {
      type: 'array',
      items: row,
      maxItems: many,
      description: 'answers[cells[i][j]] is the decision about people[i] and tasks[j].',
    },
    {},
  );
};

/**
 * The decision about each of these people and each of these tasks, at one moment.
 * What many cells have in common is said once: `answers[cells[i][j]]` is the decision about `people[i]` and `tasks[j]`;
 * its `bases` are places in `bases`, and the `refusal` of each of its reasons is a place in `refusals`.
 */
export class MatrixView {
  @Instant() at: string;
  /** Only where it was asked for. */
  @Instant({ optional: 'absent' }) knownAt?: string;
  /** Everybody who is engaged at the moment, by name. */
  @ListOf(() => MatrixPersonView, { max: many }) people: MatrixPersonView[];
  /** By area and name. */
  @ListOf(() => MatrixTaskView, { max: many }) tasks: MatrixTaskView[];
  @ListOf(() => MatrixBasisView) bases: MatrixBasisView[];
  /** With sentence and legal bases, and without what the single reason is about. */
  @ListOf(() => RefusalView) refusals: RefusalView[];
  @ListOf(() => MatrixAnswerView, { max: many }) answers: MatrixAnswerView[];
  @Cells() cells: (readonly number[])[];
  /** hpl-7: a missing delegation never stops emergency help. */
  @Prose() emergency: string;
}
