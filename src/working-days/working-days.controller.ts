import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { SetWorkingDays, WorkingDaysView } from './working-days.dto.js';
import { WorkingDaysService } from './working-days.service.js';

@ApiTags('coverage')
@Controller('api/v1/people/:id/working-days')
export class WorkingDaysController {
  constructor(private readonly workingDays: WorkingDaysService) {}

  @Get()
  @Answers(WorkingDaysView)
  getWorkingDays(@IdParam() id: string, @By() by: Actor) {
    return this.workingDays.of(id, by);
  }

  @Put()
  @Answers(WorkingDaysView)
  setWorkingDays(
    @IdParam() id: string,
    @Body() command: SetWorkingDays,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.workingDays.set(id, command, version, by);
  }
}
