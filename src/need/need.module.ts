import { Module } from '@nestjs/common';
import { NeedController } from './need.controller.js';
import { NeedService } from './need.service.js';

@Module({ controllers: [NeedController], providers: [NeedService] })
export class NeedModule {}
