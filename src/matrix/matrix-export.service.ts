import { Injectable } from '@nestjs/common';
import { dayInOslo } from '../law/oslo.js';
import type { By } from '../session/by.js';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { sheetsOfCompetences } from './competence-sheets.js';
import { MatrixService } from './matrix.service.js';
import type { MatrixExportQuery } from './matrix-export.dto.js';
import { csvOf, type Sheet } from './sheet.js';
import { sheetsOfTasks } from './task-sheets.js';
import { workbookOf } from './workbook.js';

export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

export interface ExportedFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

/** A matrix as a file for a spreadsheet, in the reader's language; text alone, with nothing that a program would run. */
@Injectable()
export class MatrixExportService {
  constructor(
    private readonly tasks: MatrixService,
    private readonly competences: CompetenceMatrixService,
  ) {}

  async file({ of = 'tasks', format = 'xlsx', ...query }: MatrixExportQuery, by: By): Promise<ExportedFile> {
    const { at, sheets } = await this.sheets(of, query, by);
    return {
      bytes: await bytesOf(sheets, format),
      name: `fullmakt-${of === 'tasks' ? 'oppgaver' : 'kompetanse'}-${dayInOslo(at)}.${format}`,
      type: format === 'csv' ? `${fileTypes.csv}; charset=utf-8` : fileTypes.xlsx,
    };
  }

  private async sheets(of: 'tasks' | 'competences', query: MatrixExportQuery, by: By) {
    if (of === 'competences') {
      const matrix = await this.competences.matrix(query, by);
      return { at: matrix.at, sheets: sheetsOfCompetences(matrix, by.language) };
    }
    const matrix = await this.tasks.matrix(query, by);
    return { at: matrix.at, sheets: sheetsOfTasks(matrix, by.language) };
  }
}

/** The table alone in CSV, which has one sheet only. */
async function bytesOf(sheets: readonly Sheet[], format: 'xlsx' | 'csv'): Promise<Buffer> {
  if (format === 'xlsx') return workbookOf(sheets);
  return Buffer.from(sheets[0] ? csvOf(sheets[0]) : '');
}
