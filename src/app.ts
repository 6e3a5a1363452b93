import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { Config } from './config.js';
import { answerBrokenRequests } from './http/broken-request.js';
import { servePages } from './http/pages.js';
import { serveOpenApi } from './openapi.js';

/** The application, ready to listen; `applicationUrl` is a connection as the application's role. */
export async function createApp(config: Config, applicationUrl: string): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, applicationUrl), {
    bufferLogs: true,
    abortOnError: false,
  });
  return configured(app, config);
}

/**
 * What every instance needs besides its modules; apart so that tests can build one with another rule in place.
 * @public to the tests, which run the built product
 */
export function configured(app: NestExpressApplication, config: Config): NestExpressApplication {
  app.useLogger(app.get(Logger));
  app.use(
    helmet({
      contentSecurityPolicy: { directives: policy },
      strictTransportSecurity: config.publicUrl.startsWith('https:'),
    }),
  );
  app.use('/api/docs', helmet.contentSecurityPolicy({ directives: docsPolicy }));
  app.use(servePages());
  app.use('/api', neverStored);
  app.useBodyParser('json', { limit: '1mb', strict: true, type: ['json', '+json'] });
  app.set('query parser', 'simple');
  app.set('etag', false);
  if (config.publicUrl.startsWith('https:')) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  answerBrokenRequests(app.getHttpServer());
  serveOpenApi(app);
  return app;
}

/** Answers hold personal data and change with every act: nobody on the way keeps them. */
function neverStored(_req: Request, res: Response, next: NextFunction): void {
  res.set('Cache-Control', 'no-store');
  next();
}

/** No request leaves for any other host, nothing is inline, and nothing frames us. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  upgradeInsecureRequests: null,
};

/** The API's own documentation has styles and images in its page. */
const docsPolicy = {
  ...policy,
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
};
