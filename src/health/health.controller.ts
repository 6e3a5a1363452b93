import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Accounts } from '../database/accounts.js';
import { Metrics } from './metrics.js';

/** For whoever runs the server: is the process alive, may it be sent requests, how is it doing. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly accounts: Accounts,
    private readonly measured: Metrics,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  /** 200 only when migrated and serving: the process does not listen before the schema is up to date. */
  @Get('health/ready')
  async ready() {
    await this.accounts.ping();
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(@Req() req: Request) {
    return this.measured.report(req.headers.authorization);
  }
}
