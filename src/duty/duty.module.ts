import { Module } from '@nestjs/common';
import { DutyController } from './duty.controller.js';
import { DutyRules } from './duty.rules.provider.js';
import { DutyService } from './duty.service.js';

@Module({ controllers: [DutyController], providers: [DutyService, DutyRules] })
export class DutyModule {}
