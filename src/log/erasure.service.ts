import { Injectable } from '@nestjs/common';
import { redactAnswer } from '../database/repeat.js';
import { Tenant } from '../database/tenant.js';
import { Problem, problemBody } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import { refusalsToErase } from './erasure.rules.js';
import type { ErasePayload, LogEntryWithBytesView } from './log.dto.js';
import { logEntry, logSize } from './log.view.js';

/**
 * What an entry says can go, with the salt that would let it be guessed from its hash; the entry itself stays.
 * So the tree, every checkpoint and every proof hold as before, and the log says who erased it and why.
 */
@Injectable()
export class ErasureService {
  constructor(private readonly tenant: Tenant) {}

  /** 404 for a number the log has not reached, 409 for what law keeps and for what has been erased before. */
  erase(seq: number, { reason }: ErasePayload, by: By): Promise<LogEntryWithBytesView> {
    const attempt = { noun: 'payload', act: 'erase', subjects: [], command: { seq, reason } };
    return this.tenant.act(by, attempt, async (tx) => {
      const { type, subjects, at, actor, erased } = await logEntry(tx, seq);
      const refusals = refusalsToErase(type);
      if (refusals.length > 0) throw new Refused(refusals);
      const problem = new Problem('payload-erased');
      if (erased) throw problem;
      // The act holds the clinic's turn, so the next entry is its own.
      const bySeq = await logSize(tx);
      tx.log('payload.erased', subjects, { seq, reason });
      await tx.flushLog();
      await tx.rows('insert into log_erasure (clinic_id, seq, by_seq) values ($1, $2, $3)', [
        tx.clinicId,
        seq,
        bySeq,
      ]);
      const body = problemBody(problem, by.language, `/api/v1/log/${seq}`);
      await redactAnswer(tx, { actorId: actor.id, at }, { status: 409, body: JSON.stringify(body) });
      return logEntry(tx, seq);
    });
  }
}
