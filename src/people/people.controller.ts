import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { AuthorisationService } from './authorisation.service.js';
import { EngagementService } from './engagement.service.js';
import * as dto from './people.dto.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly engagements: EngagementService,
    private readonly authorisations: AuthorisationService,
  ) {}

  @Get()
  @AnswersPage(dto.PersonView)
  listPeople(@Query() query: dto.PeopleQuery, @By() by: Actor) {
    return this.people.list(query, by);
  }

  @Post()
  @Makes(dto.PersonView)
  createPerson(@Body() command: dto.RegisterPerson, @By() by: Actor) {
    return this.people.register(command, by);
  }

  @Get(':id')
  @Answers(dto.PersonView)
  getPerson(@IdParam() id: string, @Query() query: dto.PersonQuery, @By() by: Actor) {
    return this.people.get(id, query, by);
  }

  @Patch(':id')
  @Answers(dto.PersonView)
  changePerson(
    @IdParam() id: string,
    @Body() command: dto.ChangePerson,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.people.change(id, command, version, by);
  }

  @Post(':id/engagements')
  @Makes(dto.EngagementView)
  startEngagement(@IdParam() id: string, @Body() command: dto.StartEngagement, @By() by: Actor) {
    return this.engagements.start(id, command, by);
  }

  @Post(':id/authorisations')
  @Makes(dto.AuthorisationView)
  registerAuthorisation(@IdParam() id: string, @Body() command: dto.RegisterAuthorisation, @By() by: Actor) {
    return this.authorisations.register(id, command, by);
  }

  @Post(':id/bans')
  @Makes(dto.ReactionRecordedView)
  banPerson(@IdParam() id: string, @Body() command: dto.BanPerson, @By() by: Actor) {
    return this.authorisations.ban(id, command, by);
  }

  @Get(':id/bans/impact')
  @Answers(dto.WhatLapsedView)
  impactOfBan(@IdParam() id: string, @Query() query: dto.BanImpactQuery, @By() by: Actor) {
    return this.authorisations.impactOfBan(id, query, by);
  }
}

@ApiTags('people')
@Controller('api/v1/engagements')
export class EngagementController {
  constructor(private readonly engagements: EngagementService) {}

  @Post(':id/end')
  @Makes(dto.EngagementEndedView)
  endEngagement(@IdParam() id: string, @Body() command: dto.EndWithReason, @By() by: Actor) {
    return this.engagements.end(id, command, by);
  }

  @Get(':id/impact')
  @Answers(dto.WhatLapsedView)
  impactOfEnd(@IdParam() id: string, @Query() query: dto.EndImpactQuery, @By() by: Actor) {
    return this.engagements.impact(id, query, by);
  }
}

@ApiTags('people')
@Controller('api/v1/authorisations')
export class AuthorisationController {
  constructor(private readonly authorisations: AuthorisationService) {}

  @Post(':id/reactions')
  @Makes(dto.ReactionRecordedView)
  recordReaction(@IdParam() id: string, @Body() command: dto.RecordReaction, @By() by: Actor) {
    return this.authorisations.react(id, command, by);
  }

  @Get(':id/impact')
  @Answers(dto.WhatLapsedView)
  impactOfReaction(@IdParam() id: string, @Query() query: dto.ImpactQuery, @By() by: Actor) {
    return this.authorisations.impact(id, query, by);
  }
}
