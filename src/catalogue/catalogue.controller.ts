import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPage } from '../http/answers.js';
import {
  CatalogueQuery,
  CatalogueTaskView,
  LegalBasisInFullView,
  NationalQuery,
  OccupationView,
  TemplateView,
} from './catalogue.dto.js';
import {
  knownLegalBases,
  knownOccupations,
  nationalRoleDescriptions,
  nationalTasks,
} from './catalogue.view.js';
import { CatalogueCompetenceView, CompetenceQuery } from './competence.dto.js';
import { nationalCompetences } from './competence.view.js';

@ApiTags('catalogue')
@Controller('api/v1/catalogue')
export class CatalogueController {
  @Get('role-descriptions')
  @AnswersPage(TemplateView)
  listCatalogueRoleDescriptions(@Query() query: CatalogueQuery) {
    return nationalRoleDescriptions(query);
  }

  @Get('tasks')
  @AnswersPage(CatalogueTaskView)
  listCatalogueTasks(@Query() query: CatalogueQuery) {
    return nationalTasks(query);
  }

  @Get('competences')
  @AnswersPage(CatalogueCompetenceView)
  listCatalogueCompetences(@Query() query: CompetenceQuery) {
    return nationalCompetences(query);
  }

  @Get('occupations')
  @AnswersPage(OccupationView)
  listCatalogueOccupations(@Query() query: NationalQuery) {
    return knownOccupations(query);
  }

  @Get('legal-bases')
  @AnswersPage(LegalBasisInFullView)
  listCatalogueLegalBases(@Query() query: NationalQuery) {
    return knownLegalBases(query);
  }
}
