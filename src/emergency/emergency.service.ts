import { Injectable } from '@nestjs/common';
import { mustExist } from '../database/must-exist.js';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { Problem } from '../http/problem.js';
import type { LegalBasisView } from '../http/refusal.view.js';
import { type Language, legalBases } from '../law/legal-bases.js';
import { logSize } from '../log/log.view.js';
import { type By, holdsOneOf } from '../session/by.js';
import type { EmergencyView, RecordEmergency } from './emergency.dto.js';

/**
 * Whoever can must at once give the help that is urgently needed (hpl-7): no rule of the clinic stands in the way,
 * so none is asked. It is told afterwards, and the entry in the log is the whole record.
 */
@Injectable()
export class EmergencyService {
  constructor(private readonly tenant: Tenant) {}

  record(command: RecordEmergency, by: By): Promise<EmergencyView> {
    const personId = whoActed(command, by);
    const { taskId, note } = command;
    const attempt = { noun: 'emergency', act: 'record', subjects: [personId, taskId], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const at = instantOf(command.at);
      if (at > tx.now) throw Problem.invalid('/at', 'too-great', new Date(tx.now).toISOString());
      await mustExist(tx, 'person', [personId]);
      await mustExist(tx, 'task', [taskId]);
      // The act holds the clinic's turn, so the next entry is its own.
      const seq = await logSize(tx);
      const happened = { taskId, personId, at: new Date(at).toISOString(), note };
      tx.log('emergency.recorded', [personId, taskId], { ...happened, legalBases: [basis] });
      return {
        seq,
        ...happened,
        recordedAt: new Date(tx.now).toISOString(),
        legalBases: [basisView(by.language)],
      };
    });
  }
}

const basis = 'hpl-7';

const basisView = (language: Language): LegalBasisView => ({
  id: basis,
  strength: legalBases[basis].strength,
  citation: legalBases[basis].citation[language],
});

function whoActed({ personId }: RecordEmergency, by: By): string {
  const named = personId ?? by.personId;
  if (named === null) throw new Problem('no-person');
  if (named !== by.personId && !holdsOneOf(by, ['manager'])) throw new Problem('forbidden');
  return named;
}
