import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Makes } from '../http/answers.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import { EmergencyView, RecordEmergency } from './emergency.dto.js';
import { EmergencyService } from './emergency.service.js';

@ApiTags('emergencies')
@Controller('api/v1/emergencies')
export class EmergencyController {
  constructor(private readonly emergencies: EmergencyService) {}

  @Post()
  @Makes(EmergencyView)
  recordEmergency(@Body() command: RecordEmergency, @By() by: Actor) {
    return this.emergencies.record(command, by);
  }
}
