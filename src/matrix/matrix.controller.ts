import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { CompetenceMatrixQuery, CompetenceMatrixView } from './competence-matrix.dto.js';
import { CompetenceMatrixService } from './competence-matrix.service.js';
import { MatrixQuery, MatrixView } from './matrix.dto.js';
import { MatrixService } from './matrix.service.js';

@ApiTags('matrix')
@Controller('api/v1/matrix')
export class MatrixController {
  constructor(
    private readonly matrix: MatrixService,
    private readonly competences: CompetenceMatrixService,
  ) {}

  @Get()
  @Answers(MatrixView)
  getMatrix(@Query() query: MatrixQuery, @By() by: Actor) {
    return this.matrix.get(query, by);
  }

  @Get('competences')
  @Answers(CompetenceMatrixView)
  getCompetenceMatrix(@Query() query: CompetenceMatrixQuery, @By() by: Actor) {
    return this.competences.get(query, by);
  }
}
