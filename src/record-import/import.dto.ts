import { Day, Flag, Id, Instant, Line, ListOf, ManyOf, Nested, OneOf, Prose, Whole } from '../http/fields.js';
import { RefusalView } from '../http/refusal.view.js';
import { FileField, type Upload } from '../http/upload.js';
import { NamedView } from '../session/session.dto.js';
import { Column } from './column.field.js';
import { encodings, fileKinds } from './decoding.rules.js';
import { delimiters } from './delimiter.rules.js';
import { type ImportField, importFields } from './headings.rules.js';

/** Which column is which. Somebody is known by a name, an HPR number or an e-mail address, or by several of them. */
export class ColumnMapping {
  /** A name (also as «Nordmann, Kari»), an HPR number or an e-mail address. */
  @Column() person?: string | number | null;
  @Column() firstName?: string | number | null;
  @Column() lastName?: string | number | null;
  @Column() email?: string | number | null;
  @Column() hprNumber?: string | number | null;
  /** By its name at the clinic, or its code in the catalogue. */
  @Column() competence?: string | number | null;
  /** By name, or by number from the lowest. */
  @Column() level?: string | number | null;
  @Column() achievedOn?: string | number | null;
  /** The first day on which it is no longer valid. */
  @Column() validTo?: string | number | null;
  /** The last day on which it is valid; instead of `validTo`. */
  @Column() validThrough?: string | number | null;
  /** As `person`; somebody else than the person. */
  @Column() assessedBy?: string | number | null;
  @Column() source?: string | number | null;
  @Column() note?: string | number | null;
}

export class ImportRecords {
  /** CSV or XLSX: at most 5 MB, 5,000 rows and 50 columns. */
  @FileField() file: Upload;
  /** JSON. Left out: guessed by the headings. */
  @Nested(() => ColumnMapping, { optional: true }) mapping?: ColumnMapping | null;
  /** Of a workbook; left out: the first that holds anything. */
  @Line({ optional: true }) sheet?: string | null;
  /** Left out: true, which records nothing and tells what would become of every row. */
  @Flag({ optional: true }) dryRun?: boolean | null;
}

export class ImportTemplateQuery {
  @OneOf(fileKinds, { optional: 'absent' }) format?: (typeof fileKinds)[number];
}

export class ImportFileView {
  @Line({ max: 255 }) name: string;
  @Whole() size: number;
  @Line({ min: 64, max: 64 }) sha256: string;
}

export class SheetView {
  @Line({ min: 0 }) name: string;
}

export class ImportFormatView {
  @OneOf(fileKinds) kind: (typeof fileKinds)[number];
  @OneOf(encodings, { optional: 'null' }) encoding: (typeof encodings)[number] | null;
  @OneOf(delimiters, { optional: 'null' }) delimiter: (typeof delimiters)[number] | null;
  /** The one that was read. */
  @Line({ min: 0, optional: 'null' }) sheet: string | null;
  @ListOf(() => SheetView) sheets: SheetView[];
}

export class ImportColumnView {
  @Whole({ min: 1, max: 50 }) number: number;
  @Line({ optional: 'null' }) heading: string | null;
  @OneOf(importFields, { optional: 'null' }) field: ImportField | null;
}

const AColumn = (): PropertyDecorator => Whole({ min: 1, max: 50, optional: 'null' });

/** As it was used; may be changed and sent with the file again. */
export class ColumnMappingView {
  @AColumn() person: number | null;
  @AColumn() firstName: number | null;
  @AColumn() lastName: number | null;
  @AColumn() email: number | null;
  @AColumn() hprNumber: number | null;
  @AColumn() competence: number | null;
  @AColumn() level: number | null;
  @AColumn() achievedOn: number | null;
  @AColumn() validTo: number | null;
  @AColumn() validThrough: number | null;
  @AColumn() assessedBy: number | null;
  @AColumn() source: number | null;
  @AColumn() note: number | null;
}

export class ImportTotalsView {
  @Whole() rows: number;
  @Whole() new: number;
  @Whole() duplicate: number;
  @Whole() refused: number;
  @Whole() invalid: number;
}

export class RowErrorView {
  @OneOf(importFields) field: ImportField;
  /** Null where no column is mapped to the field. */
  @Whole({ min: 1, max: 50, optional: 'null' }) column: number | null;
  @Line() code: string;
  @Prose() detail: string;
}

/** What would be recorded, or has been. */
export class RowRecordView {
  @Whole({ min: 1, max: 20 }) level: number;
  @Line() levelName: string;
  @Day() achievedOn: string;
  @Instant() validFrom: string;
  @Instant({ optional: 'null' }) validTo: string | null;
  /** One's own is a claim, until somebody else confirms it. */
  @OneOf(['claimed', 'confirmed']) status: 'claimed' | 'confirmed';
  @Line() source: string;
  @Prose({ optional: 'null' }) note: string | null;
}

const outcomes = ['new', 'duplicate', 'refused', 'invalid'] as const;

export class ImportRowView {
  /** As spreadsheets number the rows of the file. */
  @Whole({ min: 1 }) number: number;
  @OneOf(outcomes) outcome: (typeof outcomes)[number];
  @Nested(() => NamedView, { optional: 'null' }) person: NamedView | null;
  @Nested(() => NamedView, { optional: 'null' }) competence: NamedView | null;
  @Nested(() => NamedView, { optional: 'null' }) assessedBy: NamedView | null;
  /** Null where anything is wrong with the row. */
  @Nested(() => RowRecordView, { optional: 'null' }) record: RowRecordView | null;
  /** The record that was made of the row, or the one that is there already. */
  @Id({ optional: 'null' }) recordId: string | null;
  /** The row that says the same. */
  @Whole({ min: 1, optional: 'null' }) duplicateOfRow: number | null;
  @ListOf(() => RowErrorView) errors: RowErrorView[];
  @ListOf(() => RefusalView) refusals: RefusalView[];
}

export class ImportView {
  /** True: nothing has been recorded. */
  @Flag() dryRun: boolean;
  @Nested(() => ImportFileView) file: ImportFileView;
  @Nested(() => ImportFormatView) format: ImportFormatView;
  @Whole({ min: 1, optional: 'null' }) headingRow: number | null;
  @ListOf(() => ImportColumnView, { max: 50 }) columns: ImportColumnView[];
  @Nested(() => ColumnMappingView) mapping: ColumnMappingView;
  /** Fields that must be mapped before any row means anything: `rows` is empty until they are. */
  @ManyOf(importFields) missing: ImportField[];
  @Nested(() => ImportTotalsView) totals: ImportTotalsView;
  @ListOf(() => ImportRowView, { max: 5000 }) rows: ImportRowView[];
}
