import { createHash } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { type Check, freeText } from './field-checks.js';
import { field } from './fields.js';

/** A file that came with a request. Its bytes are no part of what is logged, compared or copied; name, size and hash are. */
export class Upload {
  readonly #bytes: Buffer;

  private constructor(
    readonly name: string,
    readonly size: number,
    readonly sha256: string,
    bytes: Buffer,
  ) {
    this.#bytes = bytes;
  }

  /** The name as people see it: an å is one character, whatever system it was written on. */
  static of(name: string, bytes: Buffer): Upload {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return new Upload(name.normalize('NFC'), bytes.length, sha256, bytes);
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}

const nameOf = freeText({ min: 1, max: 255 }, 'one');

const uploaded: Check = (value) =>
  value instanceof Upload ? nameOf(value.name) : { code: 'wrong-type', bound: 'file' };

/** The file of a form, always by the name `file`; its own name is a line of free text and held to the same. */
export const FileField = (): PropertyDecorator =>
  applyDecorators(
    field(uploaded, { type: String, format: 'binary' }, {}),
    // class-transformer would make another object of it, without the bytes.
    Transform(({ obj }: { obj: { file?: unknown } }) => obj.file),
  );
