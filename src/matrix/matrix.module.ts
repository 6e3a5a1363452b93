import { Module } from '@nestjs/common';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixService } from './matrix.service.js';
import { MatrixExportService } from './matrix-export.service.js';

@Module({
  controllers: [MatrixController],
  providers: [MatrixService, CompetenceMatrixService, MatrixExportService],
})
export class MatrixModule {}
