import { Body, Controller, Get, HttpCode, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { ProblemView } from '../http/problem.view.js';
import { TakesFile } from '../http/takes-file.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { largestFile, mediaTypes } from './content.rules.js';
import { downloadHeaders } from './download.js';
import { AddEvidence, EraseEvidence, EvidenceQuery, EvidenceView } from './evidence.dto.js';
import { EvidenceService } from './evidence.service.js';

const gone = {
  'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } },
};

@ApiTags('competences')
@Controller('api/v1')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Post('competence-records/:id/evidence')
  @TakesFile({ most: largestFile })
  @Makes(EvidenceView)
  addEvidence(@IdParam() id: string, @Body() command: AddEvidence, @By() by: Actor) {
    return this.evidence.add(id, command, by);
  }

  @Get('competence-records/:id/evidence')
  @AnswersPage(EvidenceView)
  listEvidence(@IdParam() id: string, @Query() query: EvidenceQuery, @By() by: Actor) {
    return this.evidence.list(id, query, by);
  }

  @Get('evidence/:id')
  @Answers(EvidenceView)
  getEvidence(@IdParam() id: string, @By() by: Actor) {
    return this.evidence.get(id, by);
  }

  /** As it came, to be saved: a browser neither shows it nor runs anything in it with us. */
  @Get('evidence/:id/content')
  @HttpCode(200)
  @ApiProduces(...mediaTypes)
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  @ApiResponse({ status: 410, description: 'A problem (RFC 9457)', content: gone })
  async getEvidenceContent(
    @IdParam() id: string,
    @By() by: Actor,
    @Res({ passthrough: true }) res: Response,
  ) {
    const { view, stream } = await this.evidence.content(id, by);
    res.set(downloadHeaders(view));
    // What breaks off half-way must not look as if it had ended.
    return new StreamableFile(stream).setErrorHandler(() => res.destroy());
  }

  @Post('evidence/:id/erasure')
  @Makes(EvidenceView)
  eraseEvidence(@IdParam() id: string, @Body() command: EraseEvidence, @By() by: Actor) {
    return this.evidence.erase(id, command, by);
  }
}
