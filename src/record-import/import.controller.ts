import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { TakesFile } from '../http/takes-file.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { ImportRecords, ImportTemplateQuery, ImportView } from './import.dto.js';
import { ImportService } from './import.service.js';
import { mediaTypes, templateOf } from './template.js';

const mostBytes = 5 * 1024 * 1024;

@ApiTags('competences')
@Controller('api/v1/competence-records/import')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  /** Tells what would become of every row, or records them all; answers that record nothing because of a row name every such row. */
  @Post()
  @TakesFile({ most: mostBytes, json: ['mapping', 'dryRun'] })
  @Answers(ImportView)
  importRecords(@Body() command: ImportRecords, @By() by: Actor) {
    return this.imports.import(command, by);
  }

  /** A file to fill in, with an example. */
  @Get('template')
  @HttpCode(200)
  @ApiProduces('text/csv', mediaTypes.xlsx)
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  async getImportTemplate(@Query() { format = 'xlsx' }: ImportTemplateQuery) {
    const disposition = `attachment; filename="kompetansebevis.${format}"`;
    return new StreamableFile(await templateOf(format), { type: mediaTypes[format], disposition });
  }
}
