import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpException,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';
import { formsOnly } from './body-form.guard.js';
import { faultInBody, pointerPart } from './hostile-input.js';
import { Problem } from './problem.js';
import { Upload } from './upload.js';
import { uploadTurn } from './upload-turn.js';

interface Taken {
  /** Bytes of the file. */
  readonly most: number;
  /** Fields beside it that are JSON text, since a form knows text only: numbers, flags, lists, objects. */
  readonly json?: readonly string[];
  /** Milliseconds in which all of it must have come. */
  readonly patience?: number;
}

/**
 * The operation takes multipart/form-data: one `file`, and the other fields of its command.
 * It is read when the caller has been let in, and then judged like any other body; `@FileField()` gives the `Upload`.
 */
export const TakesFile = (taken: Taken): MethodDecorator =>
  applyDecorators(
    SetMetadata(formsOnly, true),
    UseInterceptors(new Receiving(taken)),
    ApiConsumes('multipart/form-data'),
  );

const bounds = { files: 1, fields: 20, parts: 21, fieldNameSize: 100, fieldSize: 65_536, headerPairs: 20 };
/** What a form adds to its file at most. */
const envelope = 2 * bounds.fields * bounds.fieldSize;
/** Whoever sends holds a place that others wait for. */
const usualPatience = 60_000;

interface Received extends Request {
  readonly by?: { readonly clinicId: string };
  readonly file?: { readonly originalname: string; readonly buffer: Buffer };
}

class Receiving implements NestInterceptor {
  private readonly form: NestInterceptor;

  constructor(private readonly taken: Taken) {
    const limits = { ...bounds, fileSize: taken.most, fieldNestingDepth: 0 };
    this.form = new (FileInterceptor('file', { limits, defParamCharset: 'utf8' }))();
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const req = context.switchToHttp().getRequest<Received>();
    if (Number(req.headers['content-length'] ?? 0) > this.taken.most + envelope)
      throw new Problem('too-large');
    const leave = await uploadTurn(req.by?.clinicId ?? '');
    try {
      // Who has gone while waiting sends nothing more, not even an end.
      if (req.destroyed) throw new Problem('malformed');
      const handled = await this.read(context, next);
      req.body = this.bodyOf(req);
      const fault = faultInBody(req.body);
      if (fault) throw new Problem('invalid', { errors: [fault] });
      return handled.pipe(finalize(leave));
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** The form is read when this is awaited; the rest is done when the answer is asked for. Who sends too slowly is hung up on. */
  private async read(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const req = context.switchToHttp().getRequest<Received>();
    const late = setTimeout(() => req.destroy(), this.taken.patience ?? usualPatience);
    try {
      return await this.form.intercept(context, next);
    } catch (error) {
      throw problemOfForm(error);
    } finally {
      clearTimeout(late);
    }
  }

  private bodyOf({ body, file }: Received): Record<string, unknown> {
    const fields = Object.entries(body ?? {}).map(([name, value]) => [
      name,
      this.taken.json?.includes(name) ? fromJson(value) : value,
    ]);
    // A text by the name of the file stays, and is told as of the wrong type.
    const files = file ? [['file', Upload.of(file.originalname, file.buffer)]] : [];
    return Object.fromEntries([...files, ...fields]);
  }
}

/** What is no JSON stays text, and the field says that it is of the wrong type. */
function fromJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

/** Told as other bodies are: too large, a field that is wrong, or a form that cannot be read. */
function problemOfForm(error: unknown): Problem {
  const cause: object = error instanceof HttpException && error.cause instanceof Error ? error.cause : {};
  const [code, name] = [Reflect.get(cause, 'code'), Reflect.get(cause, 'field')];
  const pointer = typeof name === 'string' ? `/${pointerPart(name)}` : '';
  switch (code) {
    case 'LIMIT_FILE_SIZE':
      return new Problem('too-large');
    case 'LIMIT_FILE_COUNT':
      return Problem.invalid('/file', 'too-many', bounds.files);
    case 'LIMIT_FIELD_COUNT':
    case 'LIMIT_PART_COUNT':
      return Problem.invalid('', 'too-many', bounds.parts);
    case 'LIMIT_FIELD_VALUE':
      return Problem.invalid(pointer, 'too-long', bounds.fieldSize);
    case 'LIMIT_UNEXPECTED_FILE':
    case 'LIMIT_FIELD_KEY':
    case 'LIMIT_FIELD_NESTING':
    case 'LIMIT_FIELD_ARRAY_INDEX':
    case 'INVALID_FIELD_NAME':
    case 'MISSING_FIELD_NAME':
      return Problem.invalid(pointer, 'unknown-field');
    default:
      return new Problem('malformed', {}, error);
  }
}
