import { Module } from '@nestjs/common';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixService } from './matrix.service.js';
import { MatrixThread } from './matrix.thread.js';
import { MatrixExportService } from './matrix-export.service.js';

@Module({
  controllers: [MatrixController],
  providers: [MatrixService, MatrixThread, CompetenceMatrixService, MatrixExportService],
})
export class MatrixModule {}
