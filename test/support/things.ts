import './preload.js';
import {
  Body,
  Controller,
  Get,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { QueryFailedError } from 'typeorm';
import { Answers, AnswersPage } from '../../src/http/answers.js';
import { BodyFormGuard } from '../../src/http/body-form.guard.js';
import { EtagInterceptor, IfMatch } from '../../src/http/etag.js';
import {
  Day,
  Email,
  Flag,
  HprNumber,
  Id,
  Ids,
  Instant,
  Line,
  Lines,
  ListOf,
  ManyOf,
  Nested,
  OneOf,
  OrganisationNumber,
  Prose,
  Secret,
  Whole,
} from '../../src/http/fields.js';
import { refuseHostileInput } from '../../src/http/hostile-input.js';
import { requireJson } from '../../src/http/json-only.js';
import { LinkInterceptor, PageQuery, page } from '../../src/http/page.js';
import { ProblemFilter } from '../../src/http/problem.filter.js';
import { Problem } from '../../src/http/problem.js';
import type { ProblemCode } from '../../src/http/problems.js';
import { ProblemsModule } from '../../src/http/problems.module.js';
import { TakesFile } from '../../src/http/takes-file.js';
import { FileField, type Upload } from '../../src/http/upload.js';
import { validationPipe } from '../../src/http/validation.pipe.js';
import { Refused } from '../../src/law/refused.js';

class Part {
  @Line() name: string;
  @Whole({ max: 9, optional: true }) weight?: number | null;
}

class Everything {
  @Line({ optional: true, max: 20 }) line?: string | null;
  @Line({ optional: 'absent' }) omittable?: string;
  @Line({ optional: 'null' }) nullable: string | null;
  @Lines(20, { optional: true, max: 2, distinct: true }) lines?: string[];
  @Prose({ optional: true, max: 50 }) prose?: string | null;
  @Prose({ optional: true, min: 1 }) reason?: string;
  @Secret({ optional: true, min: 12 }) secret?: string;
  @Id({ optional: true }) id?: string;
  @Ids({ optional: true, min: 1, max: 3 }) ids?: string[];
  @Instant({ optional: true }) instant?: string;
  @Day({ optional: true }) day?: string;
  @OneOf(['red', 'blue'], { optional: true }) colour?: string;
  @ManyOf(['red', 'blue'], { optional: true, min: 1 }) colours?: string[];
  @Flag({ optional: true }) flag?: boolean;
  @Whole({ optional: true, max: 10 }) whole?: number;
  @Email({ optional: true }) email?: string;
  @OrganisationNumber({ optional: true }) organisationNumber?: string;
  @HprNumber({ optional: true }) hprNumber?: number;
  @Nested(() => Part, { optional: true }) part?: Part | null;
  @ListOf(() => Part, { optional: true, max: 2 }) parts?: Part[];
}

class WithFile {
  @FileField() file: Upload;
  @Line({ optional: true, max: 20 }) line?: string;
  @Flag({ optional: true }) flag?: boolean;
  @Nested(() => Part, { optional: true }) part?: Part;
}

class ThingView {
  @Id() id: string;
  @Whole({ min: 1 }) version: number;
}

class ThingQuery extends PageQuery {
  @Instant({ optional: 'absent' }) at?: string;
}

export const ids = Array.from({ length: 7 }, (_, i) => `00000000-0000-7000-8000-00000000000${i}`);

const databaseError = (told: { code?: string; constraint?: string; message?: string }) =>
  new QueryFailedError(
    'insert …',
    ['secret parameter'],
    Object.assign(new Error(told.message ?? 'database'), told),
  );

const thrown: Record<string, () => unknown> = {
  constraint: () => databaseError({ code: '23000', constraint: 'delegated_task_not_delegable' }),
  account: () => databaseError({ code: '23505', constraint: 'account_exists' }),
  unnamed: () => databaseError({ code: '23505', constraint: 'something_pkey', message: 'secret detail' }),
  deadlock: () => databaseError({ code: '40P01' }),
  lock: () => databaseError({ code: '55P03' }),
  nul: () => databaseError({ code: '22P05' }),
  encoding: () => databaseError({ code: '22021' }),
  shutdown: () => databaseError({ code: '57P01' }),
  full: () => databaseError({ code: '53300' }),
  refused: () => Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }),
  terminated: () => new Error('Connection terminated unexpectedly'),
  pool: () => new Error('timeout exceeded when trying to connect'),
  bug: () => new TypeError('secret of the house'),
  string: () => 'secret of the house',
};

@Controller('things')
class ThingController {
  @Post()
  make(@Body() command: Everything) {
    return command;
  }

  @Post('files')
  @TakesFile({ most: 10_000, json: ['flag', 'part'] })
  keep(@Body() { file, ...fields }: WithFile) {
    return { file, ...fields, text: file.bytes.toString() };
  }

  @Post('files/soon')
  @TakesFile({ most: 10_000, json: ['flag', 'part'], patience: 50 })
  keepSoon(@Body() command: WithFile) {
    return this.keep(command);
  }

  @Get()
  @AnswersPage(ThingView)
  list(@Query() query: ThingQuery) {
    const [after] = query.after<[string]>(['uuid']) ?? [''];
    const rows = ids.filter((id) => id > after).slice(0, query.limit + 1);
    return {
      ...page(
        rows.map((id) => ({ id, version: 1 })),
        query.limit,
        ({ id }) => [id],
      ),
      at: query.at,
    };
  }

  @Get(':id')
  @Answers(ThingView)
  read(@Param('id') id: string) {
    return { id, version: 3 };
  }

  @Patch(':id')
  change(@Param('id') id: string, @IfMatch() version: number | '*') {
    if (version !== '*' && version !== 3) throw new Problem('stale');
    return { id, version: 4 };
  }

  @Post('problems/:code')
  fail(@Param('code') code: ProblemCode) {
    throw new Problem(code);
  }

  @Post('refused')
  refuse() {
    throw new Refused([{ code: 'task-reserved', about: { profession: 'LE' } }, { code: 'backdated' }]);
  }

  @Post('thrown/:what')
  throw(@Param('what') what: string) {
    throw thrown[what]?.();
  }
}

@Module({
  imports: [ProblemsModule],
  controllers: [ThingController],
  providers: [
    { provide: APP_GUARD, useClass: BodyFormGuard },
    { provide: APP_PIPE, useValue: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: LinkInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class ThingModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(requireJson, refuseHostileInput).forRoutes('{*all}');
  }
}

/** A small application with nothing but the HTTP conventions: no sign-in, no database. */
export class Things {
  private constructor(readonly app: NestExpressApplication) {}

  static async start(): Promise<Things> {
    const module = await Test.createTestingModule({ imports: [ThingModule] }).compile();
    const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    app.useBodyParser('json', { limit: '100kb', strict: true });
    app.set('query parser', 'simple');
    app.set('etag', false);
    await app.init();
    return new Things(app);
  }

  http() {
    return request(this.app.getHttpServer());
  }

  post(body: object | string): request.Test {
    return this.http().post('/things').set('Content-Type', 'application/json').send(body);
  }

  /** `pointer code` of every field that is wrong. */
  async wrongIn(body: object | string): Promise<string[]> {
    return wrongFields(await this.post(body));
  }
}

export function wrongFields({ status, body }: request.Response): string[] {
  if (status !== 400 || body.code !== 'invalid')
    throw new Error(`not refused as invalid: ${status} ${JSON.stringify(body)}`);
  return body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
}
