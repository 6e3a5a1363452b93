import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { EndWithReason } from '../people/people.dto.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import {
  AssignDuties,
  AssignDuty,
  AssignedDutyView,
  CheckDuties,
  CheckedDutiesView,
  DutiesView,
  DutyQuery,
  DutyView,
  EndDuties,
  EndedDutiesView,
} from './duty.dto.js';
import { DutyService } from './duty.service.js';

@ApiTags('duties')
@Controller('api/v1/duties')
export class DutyController {
  constructor(private readonly duties: DutyService) {}

  @Get()
  @AnswersPage(DutyView)
  listDuties(@Query() query: DutyQuery, @By() by: Actor) {
    return this.duties.list(query, by);
  }

  @Post()
  @Makes(AssignedDutyView)
  assignDuty(@Body() command: AssignDuty, @By() by: Actor) {
    return this.duties.assign(command, by);
  }

  @Post('bulk')
  @Makes(DutiesView)
  assignDuties(@Body() command: AssignDuties, @By() by: Actor) {
    return this.duties.assignAll(command, by);
  }

  @Post('check')
  @Answers(CheckedDutiesView)
  checkDuties(@Body() command: CheckDuties, @By() by: Actor) {
    return this.duties.check(command, by);
  }

  @Post('end')
  @Makes(EndedDutiesView)
  endDuties(@Body() command: EndDuties, @By() by: Actor) {
    return this.duties.endAll(command, by);
  }

  @Post(':id/end')
  @Makes(DutyView)
  endDuty(@IdParam() id: string, @Body() command: EndWithReason, @By() by: Actor) {
    return this.duties.end(id, command, by);
  }
}
