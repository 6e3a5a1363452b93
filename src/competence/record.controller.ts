import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import {
  CompetenceRecordView,
  PersonsRecordsQuery,
  Reason,
  RecordsQuery,
  RegisterRecord,
} from './record.dto.js';
import { RecordService } from './record.service.js';

@ApiTags('competences')
@Controller('api/v1')
export class RecordController {
  constructor(private readonly records: RecordService) {}

  @Get('people/:id/competence-records')
  @AnswersPage(CompetenceRecordView)
  recordsOfPerson(@IdParam() id: string, @Query() query: PersonsRecordsQuery, @By() by: Actor) {
    return this.records.of(id, query, by);
  }

  @Post('people/:id/competence-records')
  @Makes(CompetenceRecordView)
  registerRecord(@IdParam() id: string, @Body() command: RegisterRecord, @By() by: Actor) {
    return this.records.register(id, command, by);
  }

  @Get('competence-records')
  @AnswersPage(CompetenceRecordView)
  listRecords(@Query() query: RecordsQuery, @By() by: Actor) {
    return this.records.list(query, by);
  }

  @Get('competence-records/:id')
  @Answers(CompetenceRecordView)
  getRecord(@IdParam() id: string, @By() by: Actor) {
    return this.records.get(id, by);
  }

  @Post('competence-records/:id/confirmation')
  @Makes(CompetenceRecordView)
  confirmRecord(@IdParam() id: string, @By() by: Actor) {
    return this.records.confirm(id, by);
  }

  @Post('competence-records/:id/rejection')
  @Makes(CompetenceRecordView)
  rejectRecord(@IdParam() id: string, @Body() { reason }: Reason, @By() by: Actor) {
    return this.records.reject(id, reason, by);
  }

  @Post('competence-records/:id/withdrawal')
  @Makes(CompetenceRecordView)
  withdrawRecord(@IdParam() id: string, @Body() { reason }: Reason, @By() by: Actor) {
    return this.records.withdraw(id, reason, by);
  }
}
