import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

/** One line per request without query, body, cookie or token: a log must not become a second register of people. */
export const loggingOf = (config: Config): Params => ({
  pinoHttp: {
    level: config.logLevel,
    redact: ['req.headers', 'res.headers'],
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.split('?')[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: ({ url }) => url?.startsWith('/health/') ?? false },
  },
});
