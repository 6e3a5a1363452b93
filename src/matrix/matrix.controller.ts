import { Controller, Get, HttpCode, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { CompetenceMatrixView } from './competence-matrix.dto.js';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { MatrixQuery, MatrixView } from './matrix.dto.js';
import { MatrixService } from './matrix.service.js';
import { MatrixExportQuery } from './matrix-export.dto.js';
import { fileTypes, MatrixExportService } from './matrix-export.service.js';

@ApiTags('matrix')
@Controller('api/v1/matrix')
export class MatrixController {
  constructor(
    private readonly matrix: MatrixService,
    private readonly competences: CompetenceMatrixService,
    private readonly exports: MatrixExportService,
  ) {}

  @Get()
  @Answers(MatrixView)
  async getMatrix(@Query() query: MatrixQuery, @By() by: Actor) {
    return new StreamableFile(await this.matrix.get(query, by), { type: 'application/json; charset=utf-8' });
  }

  @Get('competences')
  @Answers(CompetenceMatrixView)
  getCompetenceMatrix(@Query() query: MatrixQuery, @By() by: Actor) {
    return this.competences.get(query, by);
  }

  /** A workbook or CSV, to be opened in a spreadsheet. */
  @Get('export')
  @HttpCode(200)
  @ApiProduces(...Object.values(fileTypes))
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  async exportMatrix(@Query() query: MatrixExportQuery, @By() by: Actor) {
    const { bytes, name, type } = await this.exports.file(query, by);
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
  }
}
