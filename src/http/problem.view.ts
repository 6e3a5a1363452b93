import { Line, ListOf, Prose, Whole } from './fields.js';
import { RefusalView } from './refusal.view.js';

export class FieldErrorView {
  /** A JSON pointer into the body (empty: all of it), or /<name> of a parameter. */
  @Line({ min: 0, max: 1000 }) pointer: string;
  @Line() code: string;
  @Prose() detail: string;
}

/** As many as the rows of a file can give. */
const most = 100_000;

/** RFC 9457. `type` is a page that explains the code. */
export class ProblemView {
  @Line() type: string;
  @Line() title: string;
  @Whole() status: number;
  @Prose() detail: string;
  @Line({ max: 4000 }) instance: string;
  @Line() code: string;
  @ListOf(() => FieldErrorView, { optional: 'absent', max: most }) errors?: FieldErrorView[];
  @ListOf(() => RefusalView, { optional: 'absent', max: most }) refusals?: RefusalView[];
}
