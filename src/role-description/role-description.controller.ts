import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { EitherBody } from '../http/either-body.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import * as dto from './role-description.dto.js';
import { RoleDescriptionService } from './role-description.service.js';

@ApiTags('role descriptions')
@Controller('api/v1/role-descriptions')
export class RoleDescriptionController {
  constructor(private readonly roles: RoleDescriptionService) {}

  @Get()
  @AnswersPage(dto.RoleDescriptionView)
  listRoleDescriptions(@Query() query: dto.RoleDescriptionsQuery, @By() by: Actor) {
    return this.roles.list(query, by);
  }

  @Post()
  @Makes(dto.RoleDescriptionView)
  createRoleDescription(
    @EitherBody('templateCode', dto.AdoptTemplate, dto.CreateRoleDescription)
    command: dto.AdoptTemplate | dto.CreateRoleDescription,
    @By() by: Actor,
  ) {
    return this.roles.create(command, by);
  }

  @Get(':id')
  @Answers(dto.RoleDescriptionView)
  getRoleDescription(@IdParam() id: string, @Query() query: dto.RoleDescriptionQuery, @By() by: Actor) {
    return this.roles.get(id, query, by);
  }

  @Get(':id/versions')
  @AnswersPage(dto.VersionView)
  listRoleDescriptionVersions(@IdParam() id: string, @Query() query: dto.VersionsQuery, @By() by: Actor) {
    return this.roles.versions(id, query, by);
  }

  @Post(':id/versions')
  @Makes(dto.RoleDescriptionView)
  publishRoleDescription(@IdParam() id: string, @Body() command: dto.PublishVersion, @By() by: Actor) {
    return this.roles.publish(id, command, by);
  }

  @Get(':id/diff')
  @Answers(dto.DiffView)
  diffRoleDescription(@IdParam() id: string, @Query() query: dto.DiffQuery, @By() by: Actor) {
    return this.roles.diff(id, query, by);
  }
}
