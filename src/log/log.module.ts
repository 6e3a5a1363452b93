import { Module } from '@nestjs/common';
import { CheckpointService } from './checkpoint.service.js';
import { ErasureService } from './erasure.service.js';
import { BundleService } from './export/bundle.service.js';
import { LogController } from './log.controller.js';
import { LogService } from './log.service.js';

@Module({
  controllers: [LogController],
  providers: [LogService, CheckpointService, ErasureService, BundleService],
})
export class LogModule {}
