import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { DecisionQuery, DecisionView, MomentQuery, ResponsibilitiesView } from './decision.dto.js';
import { DecisionService } from './decision.service.js';
import { ResponsibilitiesService } from './responsibilities.service.js';

@ApiTags('decisions')
@Controller('api/v1')
export class DecisionController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly responsibilities: ResponsibilitiesService,
  ) {}

  @Get('decisions')
  @Answers(DecisionView)
  decide(@Query() query: DecisionQuery, @By() by: Actor) {
    return this.decisions.decide(query, by);
  }

  @Get('me/responsibilities')
  @Answers(ResponsibilitiesView)
  myResponsibilities(@Query() query: MomentQuery, @By() by: Actor) {
    return this.responsibilities.mine(query, by);
  }

  @Get('people/:id/responsibilities')
  @Answers(ResponsibilitiesView)
  responsibilitiesOf(@IdParam() id: string, @Query() query: MomentQuery, @By() by: Actor) {
    return this.responsibilities.of(id, query, by);
  }
}
