import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { PageQuery } from '../http/page.js';
import { AddressThrottle } from '../http/throttle.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import {
  AcceptInvitation,
  ChangeMember,
  InvitationView,
  Invite,
  JoinedView,
  MemberView,
  OpenInvitationView,
} from './member.dto.js';
import { MemberService } from './member.service.js';

@ApiTags('members')
@Controller('api/v1/invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly joining: JoiningService,
  ) {}

  @Post()
  @Makes(InvitationView)
  invite(@Body() command: Invite, @By() by: Actor) {
    return this.invitations.invite(command, by);
  }

  @Get()
  @AnswersPage(OpenInvitationView)
  listInvitations(@Query() query: PageQuery, @By() by: Actor) {
    return this.invitations.list(query, by);
  }

  @Post(':id/withdrawal')
  @Makes(OpenInvitationView)
  withdrawInvitation(@IdParam() id: string, @By() by: Actor) {
    return this.invitations.withdraw(id, by);
  }

  @Post('accept')
  @UseGuards(AddressThrottle)
  @Makes(JoinedView)
  acceptInvitation(@Body() command: AcceptInvitation) {
    return this.joining.accept(command);
  }
}

@ApiTags('members')
@Controller('api/v1/members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @AnswersPage(MemberView)
  listMembers(@Query() query: PageQuery, @By() by: Actor) {
    return this.members.list(query, by);
  }

  @Get(':id')
  @Answers(MemberView)
  getMember(@IdParam() id: string, @By() by: Actor) {
    return this.members.get(id, by);
  }

  @Patch(':id')
  @Answers(MemberView)
  changeMember(
    @IdParam() id: string,
    @Body() command: ChangeMember,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.members.change(id, command, version, by);
  }

  @Delete(':id')
  @HttpCode(204)
  removeMember(@IdParam() id: string, @IfMatch() version: number | '*', @By() by: Actor) {
    return this.members.remove(id, version, by);
  }
}
