import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { parseConfig } from '../config.js';
import { openApiOf } from '../openapi.js';

/** Writes the contract to `openapi.json`. In preview nothing is constructed, so no database is needed. */
const app = await NestFactory.create(AppModule.of(parseConfig({}), 'postgres://nowhere'), {
  preview: true,
  logger: ['error'],
  abortOnError: false,
});
writeFileSync('openapi.json', `${JSON.stringify(openApiOf(app), null, 2)}\n`);
