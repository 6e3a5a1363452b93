import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Answers, Makes } from '../http/answers.js';
import { Caller } from './access.guard.js';
import { ChooseClinic, SessionView, SignIn } from './session.dto.js';
import { SessionService } from './session.service.js';
import type { Caller as CallerOf } from './strategies.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** The form is judged here; passport reads the fields out of the request itself. */
  @Post()
  @Makes(SessionView)
  signIn(@Body() _command: SignIn, @Req() req: Request, @Res({ passthrough: true }) res: Response) {
    return this.sessions.signIn(req, res);
  }

  @Get()
  @Answers(SessionView)
  whoAmI(@Caller() caller: CallerOf) {
    return this.sessions.view(caller);
  }

  @Delete()
  @HttpCode(204)
  signOut(@Req() req: Request, @Res({ passthrough: true }) res: Response) {
    return this.sessions.signOut(req, res);
  }

  @Put('clinic')
  @Answers(SessionView)
  chooseClinic(@Body() command: ChooseClinic, @Caller() caller: CallerOf, @Req() req: Request) {
    return this.sessions.chooseClinic(command.clinicId, caller, req);
  }
}
