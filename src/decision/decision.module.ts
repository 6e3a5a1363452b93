import { Module } from '@nestjs/common';
import { DecisionController } from './decision.controller.js';
import { DecisionService } from './decision.service.js';
import { ResponsibilitiesService } from './responsibilities.service.js';

@Module({ controllers: [DecisionController], providers: [DecisionService, ResponsibilitiesService] })
export class DecisionModule {}
