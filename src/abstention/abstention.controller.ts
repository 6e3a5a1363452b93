import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPage, Makes } from '../http/answers.js';
import { IdOrMeParam, IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { Abstain, AbstentionsQuery, AbstentionView, EndAbstention } from './abstention.dto.js';
import { AbstentionService } from './abstention.service.js';

@ApiTags('competences')
@Controller('api/v1')
export class AbstentionController {
  constructor(private readonly abstentions: AbstentionService) {}

  @Get('abstentions')
  @AnswersPage(AbstentionView)
  listAbstentions(@Query() query: AbstentionsQuery, @By() by: Actor) {
    return this.abstentions.list(query, by);
  }

  @Post('people/:id/abstentions')
  @Makes(AbstentionView)
  abstain(@IdOrMeParam() id: string, @Body() command: Abstain, @By() by: Actor) {
    return this.abstentions.declare(id, command, by);
  }

  @Post('abstentions/:id/end')
  @Makes(AbstentionView)
  endAbstention(@IdParam() id: string, @Body() { reason }: EndAbstention, @By() by: Actor) {
    return this.abstentions.end(id, reason, by);
  }
}
