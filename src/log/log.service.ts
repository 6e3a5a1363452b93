import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import type { By } from '../session/by.js';
import type { LogEntryView, LogEntryWithBytesView, LogQuery } from './log.dto.js';
import { logEntries, logEntry, logSize } from './log.view.js';

/** Reading the log of one clinic. It is written by acts (database/tx.ts) and by nothing else. */
@Injectable()
export class LogService {
  constructor(private readonly tenant: Tenant) {}

  list(query: LogQuery, by: By): Promise<Page<LogEntryView>> {
    return this.tenant.read(by, async (tx) => {
      const [after, begun] = query.after<[number, number]>(['integer', 'integer']) ?? [null, null];
      const size = begun ?? (await logSize(tx));
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
      return page(entries, query.limit, ({ seq }) => [seq, size]);
    });
  }

  get(seq: number, by: By): Promise<LogEntryWithBytesView> {
    return this.tenant.read(by, (tx) => logEntry(tx, seq));
  }
}

const momentOf = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : new Date(instantOf(text));
