import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Config } from '../config.js';
import { Problem } from '../http/problem.js';

/** Prometheus metrics; closed unless METRICS_TOKEN is set and shown as a bearer token. No clinic, person or path with ids in them. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'fullmakt_request_seconds',
    help: 'Time from request to answer, by method and status.',
    labelNames: ['method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  constructor(private readonly config: Config) {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly measure = (req: Request, res: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint();
    res.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      this.seconds.observe({ method: req.method, status: res.statusCode }, seconds);
    });
    next();
  };

  report(authorization: string | undefined): Promise<string> {
    const wanted = Buffer.from(`Bearer ${this.config.metricsToken ?? ''}`);
    const given = Buffer.from(authorization ?? '');
    const open = this.config.metricsToken && given.length === wanted.length && timingSafeEqual(given, wanted);
    if (!open) throw new Problem('not-found');
    return this.registry.metrics();
  }
}
