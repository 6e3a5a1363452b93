import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { LoggerModule } from 'nestjs-pino';
import { AbstentionModule } from './abstention/abstention.module.js';
import { ApiTokenModule } from './api-token/api-token.module.js';
import { ApprovalModule } from './approval/approval.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ClinicModule } from './clinic/clinic.module.js';
import { CompetenceModule } from './competence/competence.module.js';
import { Config } from './config.js';
import { CoverageModule } from './coverage/coverage.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DecisionModule } from './decision/decision.module.js';
import { DelegationModule } from './delegation/delegation.module.js';
import { DutyModule } from './duty/duty.module.js';
import { EmergencyModule } from './emergency/emergency.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { HealthModule } from './health/health.module.js';
import { Metrics } from './health/metrics.js';
import { BodyFormGuard } from './http/body-form.guard.js';
import { EtagInterceptor } from './http/etag.js';
import { refuseHostileInput } from './http/hostile-input.js';
import { requireJson } from './http/json-only.js';
import { LinkInterceptor } from './http/page.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ProblemsModule } from './http/problems.module.js';
import { ReplayFilter } from './http/replay.filter.js';
import { validationPipe } from './http/validation.pipe.js';
import { LetterModule } from './letter/letter.module.js';
import { LogModule } from './log/log.module.js';
import { loggingOf } from './logging.js';
import { MatrixModule } from './matrix/matrix.module.js';
import { MemberModule } from './member/member.module.js';
import { NeedModule } from './need/need.module.js';
import { PeopleModule } from './people/people.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { ImportModule } from './record-import/import.module.js';
import { RoleDescriptionModule } from './role-description/role-description.module.js';
import { AccessGuard } from './session/access.guard.js';
import { LookUpInterceptor } from './session/look-up.interceptor.js';
import { SessionModule } from './session/session.module.js';
import { SuggestionModule } from './suggestion/suggestion.module.js';
import { TaskModule } from './task/task.module.js';
import { TeachingModule } from './teaching/teaching.module.js';
import { TrainingPlanModule } from './training-plan/training-plan.module.js';
import { WorkingDaysModule } from './working-days/working-days.module.js';

/** In the order in which a request meets them. */
const aroundEveryRequest = [
  { provide: APP_GUARD, useClass: BodyFormGuard },
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_PIPE, useValue: validationPipe },
  { provide: APP_INTERCEPTOR, useClass: LookUpInterceptor },
  { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  { provide: APP_INTERCEPTOR, useClass: LinkInterceptor },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_FILTER, useClass: ReplayFilter },
];

/** The whole composition on one page. */
@Module({})
export class AppModule implements NestModule {
  constructor(private readonly metrics: Metrics) {}

  static of(config: Config, applicationUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        {
          module: ConfigModule,
          global: true,
          providers: [{ provide: Config, useValue: config }],
          exports: [Config],
        },
        LoggerModule.forRoot(loggingOf(config)),
        ThrottlerModule.forRoot([addressLimit(config)]),
        DatabaseModule.connected(applicationUrl),
        HealthModule,
        ProblemsModule,
        SessionModule,
        ClinicModule,
        MemberModule,
        ApiTokenModule,
        CatalogueModule,
        TaskModule,
        RoleDescriptionModule,
        PeopleModule,
        PolicyModule,
        CompetenceModule,
        EvidenceModule,
        ImportModule,
        AbstentionModule,
        ApprovalModule,
        TeachingModule,
        TrainingPlanModule,
        WorkingDaysModule,
        CoverageModule,
        NeedModule,
        MatrixModule,
        SuggestionModule,
        DutyModule,
        DelegationModule,
        LetterModule,
        DecisionModule,
        EmergencyModule,
        LogModule,
      ],
      providers: aroundEveryRequest,
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    // Named as a class, it would be made a second time, and what is measured would never be reported.
    consumer.apply(this.metrics.measure, requireJson, refuseHostileInput).forRoutes('{*all}');
  }
}

class ConfigModule {}

/** Sign-up and invitations need no sign-in: few from one address on the open net, many while one tries the product locally. */
const addressLimit = (config: Config) =>
  config.publicUrl.startsWith('https:') ? { ttl: 3_600_000, limit: 30 } : { ttl: 60_000, limit: 300 };
