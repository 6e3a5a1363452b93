import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import {
  CheckDelegation,
  CheckView,
  DelegateTask,
  DelegationQuery,
  DelegationView,
  KnownQuery,
  ReviewDelegation,
  WithReason,
} from './delegation.dto.js';
import { DelegationService } from './delegation.service.js';
import { StepService } from './step.service.js';

@ApiTags('delegations')
@Controller('api/v1/delegations')
export class DelegationController {
  constructor(
    private readonly delegations: DelegationService,
    private readonly steps: StepService,
  ) {}

  @Get()
  @AnswersPage(DelegationView)
  listDelegations(@Query() query: DelegationQuery, @By() by: Actor) {
    return this.delegations.list(query, by);
  }

  @Post()
  @Makes(DelegationView)
  proposeDelegation(@Body() command: DelegateTask, @By() by: Actor) {
    return this.delegations.propose(command, by);
  }

  @Post('check')
  @Answers(CheckView)
  checkDelegation(@Body() command: CheckDelegation, @By() by: Actor) {
    return this.delegations.check(command, by);
  }

  @Get(':id')
  @Answers(DelegationView)
  getDelegation(@IdParam() id: string, @Query() query: KnownQuery, @By() by: Actor) {
    return this.delegations.get(id, query, by);
  }

  @Post(':id/acceptance')
  @Makes(DelegationView)
  acceptDelegation(@IdParam() id: string, @By() by: Actor) {
    return this.steps.accept(id, by);
  }

  @Post(':id/declination')
  @Makes(DelegationView)
  declineDelegation(@IdParam() id: string, @Body() { reason }: WithReason, @By() by: Actor) {
    return this.steps.decline(id, reason, by);
  }

  @Post(':id/withdrawal')
  @Makes(DelegationView)
  withdrawDelegation(@IdParam() id: string, @Body() { reason }: WithReason, @By() by: Actor) {
    return this.steps.withdraw(id, reason, by);
  }

  @Post(':id/revocation')
  @Makes(DelegationView)
  revokeDelegation(@IdParam() id: string, @Body() { reason }: WithReason, @By() by: Actor) {
    return this.steps.revoke(id, reason, by);
  }

  @Post(':id/relinquishment')
  @Makes(DelegationView)
  relinquishDelegation(@IdParam() id: string, @Body() { reason }: WithReason, @By() by: Actor) {
    return this.steps.relinquish(id, reason, by);
  }

  @Post(':id/reviews')
  @Makes(DelegationView)
  reviewDelegation(@IdParam() id: string, @Body() command: ReviewDelegation, @By() by: Actor) {
    return this.steps.review(id, command, by);
  }

  /** A delegated task can never be delegated on: always 409, and logged. */
  @Post(':id/delegations')
  @Makes(DelegationView)
  redelegate(@IdParam() id: string, @By() by: Actor) {
    return this.steps.redelegate(id, by);
  }
}
