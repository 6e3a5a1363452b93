import { Controller, createParamDecorator, type ExecutionContext, Get, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Answers, AnswersPage } from '../http/answers.js';
import { Problem } from '../http/problem.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { LogEntryView, LogEntryWithBytesView, LogQuery } from './log.dto.js';
import { LogService } from './log.service.js';

/** What is not a number that an entry can have names nothing. */
const Seq = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { seq } = context.switchToHttp().getRequest<Request>().params;
  if (typeof seq !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(seq)) throw new Problem('not-found');
  return Number(seq);
});

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
  getLogEntry(@Seq() seq: number, @By() by: Actor) {
    return this.log.get(seq, by);
  }
}
