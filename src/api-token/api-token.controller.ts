import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { PageQuery } from '../http/page.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { ApiTokenCreatedView, ApiTokenView, CreateApiToken } from './api-token.dto.js';
import { ApiTokenService } from './api-token.service.js';

@ApiTags('api-tokens')
@Controller('api/v1/api-tokens')
export class ApiTokenController {
  constructor(private readonly tokens: ApiTokenService) {}

  @Get()
  @AnswersPage(ApiTokenView)
  listApiTokens(@Query() query: PageQuery, @By() by: Actor) {
    return this.tokens.list(query, by);
  }

  @Post()
  @Makes(ApiTokenCreatedView)
  createApiToken(@Body() command: CreateApiToken, @By() by: Actor) {
    return this.tokens.create(command, by);
  }

  @Get(':id')
  @Answers(ApiTokenView)
  getApiToken(@IdParam() id: string, @By() by: Actor) {
    return this.tokens.get(id, by);
  }

  @Delete(':id')
  @HttpCode(204)
  deleteApiToken(@IdParam() id: string, @IfMatch() version: number | '*', @By() by: Actor) {
    return this.tokens.remove(id, version, by);
  }
}
