import { Controller, Get, Param, type PipeTransform, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage } from '../http/answers.js';
import { Problem } from '../http/problem.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { LogEntryView, LogEntryWithBytesView, LogQuery } from './log.dto.js';
import { LogService } from './log.service.js';

/** What is not a number that an entry can have names nothing. */
class Seq implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new Problem('not-found');
    return Number(text);
  }
}

@ApiTags('log')
@Controller('api/v1/log')
export class LogController {
  constructor(private readonly log: LogService) {}

  @Get()
  @AnswersPage(LogEntryView)
  listLog(@Query() query: LogQuery, @By() by: Actor) {
    return this.log.list(query, by);
  }

  @Get(':seq')
  @ApiParam({ name: 'seq', schema: { type: 'integer', minimum: 0 } })
  @Answers(LogEntryWithBytesView)
  getLogEntry(@Param('seq', Seq) seq: number, @By() by: Actor) {
    return this.log.get(seq, by);
  }
}
