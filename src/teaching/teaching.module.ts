import { Module } from '@nestjs/common';
import { AttendanceService } from './attendance.service.js';
import { ParticipationService } from './participation.service.js';
import { TeachingController } from './teaching.controller.js';
import { TeachingService } from './teaching.service.js';
import { TeachingRecordService } from './teaching-record.service.js';

@Module({
  controllers: [TeachingController],
  providers: [TeachingService, ParticipationService, AttendanceService, TeachingRecordService],
})
export class TeachingModule {}
