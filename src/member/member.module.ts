import { Module } from '@nestjs/common';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import { InvitationController, MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';

@Module({
  controllers: [InvitationController, MemberController],
  providers: [InvitationService, JoiningService, MemberService],
})
export class MemberModule {}
