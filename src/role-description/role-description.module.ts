import { Module } from '@nestjs/common';
import { RoleDescriptionController } from './role-description.controller.js';
import { RoleDescriptionService } from './role-description.service.js';

@Module({ controllers: [RoleDescriptionController], providers: [RoleDescriptionService] })
export class RoleDescriptionModule {}
