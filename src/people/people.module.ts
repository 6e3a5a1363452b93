import { Module } from '@nestjs/common';
import { AuthorisationService } from './authorisation.service.js';
import { EngagementService } from './engagement.service.js';
import { AuthorisationController, EngagementController, PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

@Module({
  controllers: [PeopleController, EngagementController, AuthorisationController],
  providers: [PeopleService, EngagementService, AuthorisationService],
})
export class PeopleModule {}
