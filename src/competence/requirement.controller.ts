import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { Require, RequirementsView } from './requirement.dto.js';
import { RequirementService } from './requirement.service.js';

@ApiTags('competences')
@Controller('api/v1')
export class RequirementController {
  constructor(private readonly requirements: RequirementService) {}

  @Get('tasks/:id/requirements')
  @Answers(RequirementsView)
  getTaskRequirements(@IdParam() id: string, @By() by: Actor) {
    return this.requirements.get('task', id, by);
  }

  @Put('tasks/:id/requirements')
  @Answers(RequirementsView)
  requireOfTask(
    @IdParam() id: string,
    @Body() command: Require,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.requirements.set('task', id, command, version, by);
  }

  @Get('role-descriptions/:id/requirements')
  @Answers(RequirementsView)
  getRoleRequirements(@IdParam() id: string, @By() by: Actor) {
    return this.requirements.get('role_description', id, by);
  }

  @Put('role-descriptions/:id/requirements')
  @Answers(RequirementsView)
  requireOfRole(
    @IdParam() id: string,
    @Body() command: Require,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.requirements.set('role_description', id, command, version, by);
  }
}
