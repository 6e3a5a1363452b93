import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersPage, Makes } from '../http/answers.js';
import { IdParam } from '../http/id-param.js';
import { By } from '../session/access.guard.js';
import type { By as Actor } from '../session/by.js';
import {
  AddTrainingGoals,
  EndTrainingPlan,
  MakeTrainingPlan,
  SignTrainingStep,
  SuperviseTraining,
  TrainingGoalView,
  TrainingPlanLineView,
  TrainingPlansQuery,
  TrainingPlanView,
  TrainingReason,
} from './training-plan.dto.js';
import { TrainingPlanService } from './training-plan.service.js';
import { TrainingStepService } from './training-step.service.js';

@ApiTags('training')
@Controller('api/v1')
export class TrainingPlanController {
  constructor(
    private readonly plans: TrainingPlanService,
    private readonly steps: TrainingStepService,
  ) {}

  @Get('training-plans')
  @AnswersPage(TrainingPlanLineView)
  listTrainingPlans(@Query() query: TrainingPlansQuery, @By() by: Actor) {
    return this.plans.list(query, by);
  }

  @Post('training-plans')
  @Makes(TrainingPlanView)
  makeTrainingPlan(@Body() command: MakeTrainingPlan, @By() by: Actor) {
    return this.plans.make(command, by);
  }

  @Get('training-plans/:id')
  @Answers(TrainingPlanView)
  getTrainingPlan(@IdParam() id: string, @By() by: Actor) {
    return this.plans.get(id, by);
  }

  @Post('training-plans/:id/goals')
  @Makes(TrainingPlanView)
  addTrainingGoals(@IdParam() id: string, @Body() command: AddTrainingGoals, @By() by: Actor) {
    return this.plans.addGoals(id, command, by);
  }

  @Post('training-plans/:id/supervision')
  @Makes(TrainingPlanView)
  superviseTraining(@IdParam() id: string, @Body() command: SuperviseTraining, @By() by: Actor) {
    return this.plans.supervise(id, command, by);
  }

  @Post('training-plans/:id/end')
  @Makes(TrainingPlanView)
  endTrainingPlan(@IdParam() id: string, @Body() command: EndTrainingPlan, @By() by: Actor) {
    return this.plans.end(id, command, by);
  }

  @Post('training-goals/:id/steps')
  @Makes(TrainingGoalView)
  signTrainingStep(@IdParam() id: string, @Body() command: SignTrainingStep, @By() by: Actor) {
    return this.steps.sign(id, command, by);
  }

  @Post('training-goals/:id/withdrawal')
  @Makes(TrainingGoalView)
  withdrawTrainingGoal(@IdParam() id: string, @Body() { reason }: TrainingReason, @By() by: Actor) {
    return this.steps.withdrawGoal(id, reason, by);
  }

  @Post('training-steps/:id/withdrawal')
  @Makes(TrainingGoalView)
  withdrawTrainingStep(@IdParam() id: string, @Body() { reason }: TrainingReason, @By() by: Actor) {
    return this.steps.withdrawStep(id, reason, by);
  }
}
