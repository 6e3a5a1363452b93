import { Module } from '@nestjs/common';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixService } from './matrix.service.js';

@Module({ controllers: [MatrixController], providers: [MatrixService, CompetenceMatrixService] })
export class MatrixModule {}
