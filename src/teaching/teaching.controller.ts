import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IfMatch } from '../http/etag.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { AttendanceService } from './attendance.service.js';
import { ParticipationService } from './participation.service.js';
import * as dto from './teaching.dto.js';
import { TeachingService } from './teaching.service.js';
import { TeachingRecordService } from './teaching-record.service.js';

@ApiTags('teaching')
@Controller('api/v1/teaching')
export class TeachingController {
  constructor(
    private readonly teaching: TeachingService,
    private readonly participation: ParticipationService,
    private readonly attendance: AttendanceService,
    private readonly records: TeachingRecordService,
  ) {}

  @Get()
  @AnswersPage(dto.TeachingView)
  listTeaching(@Query() query: dto.TeachingQuery, @By() by: Actor) {
    return this.teaching.list(query, by);
  }

  @Post()
  @Makes(dto.TeachingDetailView)
  planTeaching(@Body() command: dto.PlanTeaching, @By() by: Actor) {
    return this.teaching.plan(command, by);
  }

  @Get(':id')
  @Answers(dto.TeachingDetailView)
  getTeaching(@IdParam() id: string, @By() by: Actor) {
    return this.teaching.get(id, by);
  }

  /** For a calendar program: one event, which is cancelled there when it is cancelled here. */
  @Get(':id/calendar.ics')
  @ApiProduces('text/calendar')
  @ApiResponse({ status: 200, description: 'OK', schema: {} })
  async getTeachingCalendar(@IdParam() id: string, @By() by: Actor) {
    const calendar = Buffer.from(await this.teaching.calendar(id, by));
    const disposition = `attachment; filename="opplaering-${id}.ics"`;
    const type = 'text/calendar; charset=utf-8; method=PUBLISH';
    return new StreamableFile(calendar, { type, disposition, length: calendar.length });
  }

  @Patch(':id')
  @Answers(dto.TeachingDetailView)
  changeTeaching(
    @IdParam() id: string,
    @Body() command: dto.ChangeTeaching,
    @IfMatch() version: number | '*',
    @By() by: Actor,
  ) {
    return this.teaching.change(id, command, version, by);
  }

  @Post(':id/cancellation')
  @Makes(dto.TeachingDetailView)
  cancelTeaching(@IdParam() id: string, @Body() { reason }: dto.CancelTeaching, @By() by: Actor) {
    return this.teaching.cancel(id, reason, by);
  }

  @Post(':id/invitations')
  @Makes(dto.TeachingDetailView)
  inviteToTeaching(@IdParam() id: string, @Body() { personIds }: dto.TeachingPeople, @By() by: Actor) {
    return this.participation.invite(id, personIds, by);
  }

  @Post(':id/invitations/withdrawal')
  @Makes(dto.TeachingDetailView)
  withdrawFromTeaching(@IdParam() id: string, @Body() { personIds }: dto.TeachingPeople, @By() by: Actor) {
    return this.participation.withdraw(id, personIds, by);
  }

  @Post(':id/sign-up')
  @Makes(dto.TeachingDetailView)
  signUpForTeaching(@IdParam() id: string, @By() by: Actor) {
    return this.participation.signUp(id, by);
  }

  @Post(':id/sign-off')
  @Makes(dto.TeachingDetailView)
  signOffFromTeaching(@IdParam() id: string, @By() by: Actor) {
    return this.participation.signOff(id, by);
  }

  @Post(':id/attendance')
  @Makes(dto.TeachingDetailView)
  recordAttendance(@IdParam() id: string, @Body() { people }: dto.RecordAttendance, @By() by: Actor) {
    return this.attendance.record(id, people, by);
  }

  @Post(':id/records')
  @Makes(dto.TeachingRecordsView)
  giveRecords(@IdParam() id: string, @Body() { personIds }: dto.GiveRecords, @By() by: Actor) {
    return this.records.give(id, personIds ?? null, by);
  }
}
