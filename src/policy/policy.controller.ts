import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { PolicyView, SetPolicy } from './policy.dto.js';
import { PolicyService } from './policy.service.js';

@ApiTags('clinics')
@Controller('api/v1/clinic/policy')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Answers(PolicyView)
  getPolicy(@By() by: Actor) {
    return this.policies.get(by);
  }

  @Put()
  @Answers(PolicyView)
  setPolicy(@Body() command: SetPolicy, @IfMatch() version: number | '*', @By() by: Actor) {
    return this.policies.set(command, version, by);
  }
}
