import { Module } from '@nestjs/common';
import { AbstentionController } from './abstention.controller.js';
import { AbstentionService } from './abstention.service.js';

@Module({ controllers: [AbstentionController], providers: [AbstentionService] })
export class AbstentionModule {}
