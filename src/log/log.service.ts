import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { page } from '../http/page.js';
import type { By } from '../session/by.js';
import { CheckpointService } from './checkpoint.service.js';
import type { LogEntryPage, LogEntryWithBytesView, LogQuery } from './log.dto.js';
import { logEntries, logEntry } from './log.view.js';

/** Reading the log of one clinic. It is written by acts (database/tx.ts) and by nothing else. */
@Injectable()
export class LogService {
  constructor(
    private readonly tenant: Tenant,
    private readonly checkpoints: CheckpointService,
  ) {}

  list(query: LogQuery, by: By): Promise<LogEntryPage> {
    return this.tenant.read(by, async (tx) => {
      const [after, begun] = query.after<[number, number]>(['integer', 'integer']) ?? [null, null];
      const { size, ...signed } = begun === null ? await this.checkpoints.inForce(tx) : laterPage(begun);
      const entries = await logEntries(tx, {
        type: query.type,
        subjectIds: [query.personId, query.taskId].filter((id) => id !== undefined),
        from: momentOf(query.from),
        to: momentOf(query.to),
        order: query.order ?? 'asc',
        after,
        size,
        limit: query.limit + 1,
      });
      return { ...page(entries, query.limit, ({ seq }) => [seq, size]), ...signed };
    });
  }

  get(seq: number, by: By): Promise<LogEntryWithBytesView> {
    return this.tenant.read(by, (tx) => logEntry(tx, seq));
  }
}

const laterPage = (size: number) => ({ size, checkpoint: null, lastSeen: null });

const momentOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(instantOf(text));
