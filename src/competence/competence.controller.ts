import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { EitherBody } from '../http/either-body.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import {
  AdoptCompetence,
  ChangeCompetence,
  CompetencesQuery,
  CompetenceView,
  CreateCompetence,
} from './competence.dto.js';
import { CompetenceService } from './competence.service.js';

@ApiTags('competences')
@Controller('api/v1/competences')
export class CompetenceController {
  constructor(private readonly competences: CompetenceService) {}

  @Get()
  @AnswersPage(CompetenceView)
  listCompetences(@Query() query: CompetencesQuery, @By() by: Actor) {
    return this.competences.list(query, by);
  }

  @Post()
  @Makes(CompetenceView)
  createCompetence(
    @EitherBody('catalogueCode', AdoptCompetence, CreateCompetence)
    command: AdoptCompetence | CreateCompetence,
    @By() by: Actor,
  ) {
    return this.competences.create(command, by);
  }

  @Get(':id')
  @Answers(CompetenceView)
  getCompetence(@IdParam() id: string, @By() by: Actor) {
    return this.competences.get(id, by);
  }

  @Patch(':id')
  @Answers(CompetenceView)
  changeCompetence(
    @IdParam() id: string,
    @Body() command: ChangeCompetence,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.competences.change(id, command, version, by);
  }
}
