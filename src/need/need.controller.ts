import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswersPage } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { NeedsQuery, NeedView } from './need.dto.js';
import { NeedService } from './need.service.js';

@ApiTags('coverage')
@Controller('api/v1/needs')
export class NeedController {
  constructor(private readonly needs: NeedService) {}

  @Get()
  @AnswersPage(NeedView)
  listNeeds(@Query() query: NeedsQuery, @By() by: Actor) {
    return this.needs.list(query, by);
  }
}
