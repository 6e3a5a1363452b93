import {
  Body,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Answers, Makes } from '../http/answers.js';
import { Problem } from '../http/problem.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { CheckpointService } from './checkpoint.service.js';
import { ErasureService } from './erasure.service.js';
import { BundleService } from './export/bundle.service.js';
import { ExportQuery } from './export/export.dto.js';
import {
  CheckpointQuery,
  CheckpointWithLastSeenView,
  ConsistencyQuery,
  ConsistencyView,
  ErasePayload,
  LogEntryPage,
  LogEntryWithBytesView,
  LogQuery,
} from './log.dto.js';
import { LogService } from './log.service.js';

/** What is not a number that an entry can have names nothing. */
const Seq = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { seq } = context.switchToHttp().getRequest<Request>().params;
  if (typeof seq !== 'string' || !/^(0|[1-9]\d{0,14})$/.test(seq)) throw new Problem('not-found');
  return Number(seq);
});

const ApiSeq = () => ApiParam({ name: 'seq', schema: { type: 'integer', minimum: 0 } });

@ApiTags('log')
@Controller('api/v1/log')
export class LogController {
  constructor(
    private readonly log: LogService,
    private readonly checkpoints: CheckpointService,
    private readonly erasures: ErasureService,
    private readonly bundles: BundleService,
  ) {}

  @Get()
  @Answers(LogEntryPage)
  listLog(@Query() query: LogQuery, @By() by: Actor) {
    return this.log.list(query, by);
  }

  @Get('checkpoint')
  @Answers(CheckpointWithLastSeenView)
  getLogCheckpoint(@Query() query: CheckpointQuery, @By() by: Actor) {
    return this.checkpoints.checkpoint(query, by);
  }

  @Get('consistency')
  @Answers(ConsistencyView)
  getLogConsistency(@Query() query: ConsistencyQuery, @By() by: Actor) {
    return this.checkpoints.consistency(query, by);
  }

  /** The auditor's bundle: one zip with the log, its proof and what checks it. */
  @Get('export')
  @HttpCode(200)
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  async exportLog(@Query() query: ExportQuery, @By() by: Actor, @Res({ passthrough: true }) res: Response) {
    const { stream, fileName } = await this.bundles.bundle(query, by);
    const disposition = `attachment; filename="${fileName}"`;
    const file = new StreamableFile(stream, { type: 'application/zip', disposition });
    // What breaks off half-way must not look as if it had ended.
    return file.setErrorHandler(() => res.destroy());
  }

  /** C2SP tlog-proof@v1: that the entry is in the log, to be checked without it. */
  @Get(':seq/proof')
  @ApiSeq()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @HttpCode(200)
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, description: 'OK', schema: { type: 'string' } })
  getLogProof(@Seq() seq: number, @By() by: Actor) {
    return this.checkpoints.proof(seq, by);
  }

  @Get(':seq')
  @ApiSeq()
  @Answers(LogEntryWithBytesView)
  getLogEntry(@Seq() seq: number, @By() by: Actor) {
    return this.log.get(seq, by);
  }

  @Post(':seq/erasure')
  @ApiSeq()
  @Makes(LogEntryWithBytesView)
  erasePayload(@Seq() seq: number, @Body() command: ErasePayload, @By() by: Actor) {
    return this.erasures.erase(seq, command, by);
  }
}
