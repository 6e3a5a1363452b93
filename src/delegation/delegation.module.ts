import { Module } from '@nestjs/common';
import { DelegationController } from './delegation.controller.js';
import { DelegationRules } from './delegation.rules.provider.js';
import { DelegationService } from './delegation.service.js';
import { StepService } from './step.service.js';

@Module({ controllers: [DelegationController], providers: [DelegationService, StepService, DelegationRules] })
export class DelegationModule {}
