import { OneOf } from '../http/fields.js';
import { MatrixQuery } from './matrix.dto.js';

const subjects = ['tasks', 'competences'] as const;
const formats = ['xlsx', 'csv'] as const;

/** A matrix as a file, with the same filters. */
export class MatrixExportQuery extends MatrixQuery {
  /** Tasks if left out. */
  @OneOf(subjects, { optional: 'absent' }) of?: (typeof subjects)[number];
  /** A workbook if left out. */
  @OneOf(formats, { optional: 'absent' }) format?: (typeof formats)[number];
}
