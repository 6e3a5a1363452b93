import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { By } from '../session/by.js';
import type { MatrixQuery } from './matrix.dto.js';
import { folded, type Matrix, type Moments, writtenMatrix } from './matrix.fold.js';
import { foundAt, type Member } from './matrix.loader.js';
import { type Asked, askedBy, subjectsOf } from './matrix.subjects.js';
import { MatrixThread } from './matrix.thread.js';

/** Who may do what, and on what basis: everybody and every task in one answer. */
@Injectable()
export class MatrixService {
  constructor(
    private readonly tenant: Tenant,
    private readonly thread: MatrixThread,
  ) {}

  /** A `MatrixView` in JSON. */
  get(query: MatrixQuery, by: By): Promise<Buffer> {
    return this.tenant.read(by, async (tx) => {
      const asked = await askedBy(tx, query);
      const moments = momentsOf(asked);
      // What the clinic knew was made here, of its whole log: it is not handed over.
      if (asked.known) return writtenMatrix(await subjectsOf(tx, asked), moments, by.language);
      return this.thread.write(await foundAt(tx, asked.wanted), moments.at, by.language);
    });
  }

  /** Everybody's row as data, for those who make something else of it. */
  matrix(query: MatrixQuery, by: By): Promise<Matrix<MatrixRow>> {
    return this.tenant.read(by, async (tx) => {
      const asked = await askedBy(tx, query);
      return folded(await subjectsOf(tx, asked), momentsOf(asked), (member, cells) => ({ member, cells }));
    });
  }
}

/** Somebody, and for each of the tasks the place of the answer. */
interface MatrixRow {
  readonly member: Member;
  readonly cells: readonly number[];
}

const momentsOf = ({ known, wanted }: Asked): Moments => ({ at: wanted.at, knownAt: known?.at ?? null });
