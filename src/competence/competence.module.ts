import { Module } from '@nestjs/common';
import { CompetenceController } from './competence.controller.js';
import { CompetenceService } from './competence.service.js';
import { RecordController } from './record.controller.js';
import { RecordService } from './record.service.js';
import { RequirementController } from './requirement.controller.js';
import { RequirementService } from './requirement.service.js';

@Module({
  controllers: [CompetenceController, RequirementController, RecordController],
  providers: [CompetenceService, RequirementService, RecordService],
})
export class CompetenceModule {}
