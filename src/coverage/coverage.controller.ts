import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { CoverageQuery, CoverageView } from './coverage.dto.js';
import { CoverageService } from './coverage.service.js';

@ApiTags('coverage')
@Controller('api/v1/coverage')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  @Get()
  @Answers(CoverageView)
  getCoverage(@Query() query: CoverageQuery, @By() by: Actor) {
    return this.coverage.get(query, by);
  }
}
