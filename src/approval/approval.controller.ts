import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { ApprovalReason, ApprovalsQuery, ApprovalView, GrantApproval } from './approval.dto.js';
import { ApprovalService } from './approval.service.js';

@ApiTags('approvals')
@Controller('api/v1/approvals')
export class ApprovalController {
  constructor(private readonly approvals: ApprovalService) {}

  @Get()
  @AnswersPage(ApprovalView)
  listApprovals(@Query() query: ApprovalsQuery, @By() by: Actor) {
    return this.approvals.list(query, by);
  }

  @Post()
  @Makes(ApprovalView)
  grantApproval(@Body() command: GrantApproval, @By() by: Actor) {
    return this.approvals.grant(command, by);
  }

  @Get(':id')
  @Answers(ApprovalView)
  getApproval(@IdParam() id: string, @By() by: Actor) {
    return this.approvals.get(id, by);
  }

  @Post(':id/withdrawal')
  @Makes(ApprovalView)
  withdrawApproval(@IdParam() id: string, @Body() { reason }: ApprovalReason, @By() by: Actor) {
    return this.approvals.withdraw(id, reason, by);
  }

  @Post(':id/relinquishment')
  @Makes(ApprovalView)
  relinquishApproval(@IdParam() id: string, @Body() { reason }: ApprovalReason, @By() by: Actor) {
    return this.approvals.relinquish(id, reason, by);
  }
}
