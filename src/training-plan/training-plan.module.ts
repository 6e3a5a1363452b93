import { Module } from '@nestjs/common';
import { TrainingPlanController } from './training-plan.controller.js';
import { TrainingPlanService } from './training-plan.service.js';
import { TrainingStepService } from './training-step.service.js';

@Module({ controllers: [TrainingPlanController], providers: [TrainingPlanService, TrainingStepService] })
export class TrainingPlanModule {}
