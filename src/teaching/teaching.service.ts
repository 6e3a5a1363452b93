import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Tenant } from '../database/tenant.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import { actorOf, type By } from '../session/by.js';
import { calendarOf } from './calendar.js';
import { insertTeaching, toldOf, updateTeaching } from './new-teaching.js';
import { enter } from './participation.js';
import type {
  ChangeTeaching,
  PlanTeaching,
  TeachingDetailView,
  TeachingQuery,
  TeachingView,
} from './teaching.dto.js';
import { refusalsToCancel, refusalsToChange, refusalsToInvite } from './teaching.rules.js';
import { givesOf, teachingFound, teachingsOf } from './teaching.view.js';

/** Courses, meetings and internal teaching: planned, changed, cancelled, also those that were held before. */
@Injectable()
export class TeachingService {
  constructor(
    private readonly tenant: Tenant,
    private readonly config: Config,
  ) {}

  list(query: TeachingQuery, by: By): Promise<Page<TeachingView>> {
    const after = query.after<[number, string]>(['integer', 'uuid']);
    const { personId = null, competenceId = null, status = null, order = 'asc', limit } = query;
    const from = query.from ? new Date(instantOf(query.from)) : null;
    const to = query.to ? new Date(instantOf(query.to)) : null;
    return this.tenant.read(by, async (tx) => {
      const found = await teachingsOf(tx, {
        from,
        to,
        personId,
        competenceId,
        status,
        order,
        after,
        limit: limit + 1,
      });
      return page(found, limit, ({ startsAt, id }) => [Date.parse(startsAt), id]);
    });
  }

  get(id: string, by: By): Promise<TeachingDetailView> {
    return this.tenant.read(by, async (tx) => (await teachingFound(tx, id)).view);
  }

  calendar(id: string, by: By): Promise<string> {
    const { host } = new URL(this.config.publicUrl);
    return this.tenant.read(by, async (tx) => calendarOf((await teachingFound(tx, id)).view, host, tx.now));
  }

  plan(command: PlanTeaching, by: By): Promise<TeachingDetailView> {
    const invited = command.invitedIds ?? [];
    const subjects = [command.heldBy.personId, ...invited];
    return this.tenant.act(by, { noun: 'teaching', act: 'plan', subjects, command }, async (tx) => {
      const told = await toldOf(tx, command);
      const id = await insertTeaching(tx, told);
      if (invited.length > 0) {
        const { teaching } = await teachingFound(tx, id);
        refuse(refusalsToInvite(teaching));
        await enter(tx, id, invited, 'invited');
      }
      return (await teachingFound(tx, id)).view;
    });
  }

  change(id: string, command: ChangeTeaching, version: number | '*', by: By): Promise<TeachingDetailView> {
    const attempt = { noun: 'teaching', act: 'change', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const { view, teaching, rests } = await teachingFound(tx, id);
      if (version !== '*' && version !== view.version) throw new Problem('stale');
      const told = await toldOf(tx, { ...asPlanned(view), ...command });
      const held = { from: Date.parse(told.startsAt), to: Date.parse(told.endsAt) };
      refuse(refusalsToChange(teaching, rests, { held, gives: told.gives }));
      await updateTeaching(tx, id, told);
      return (await teachingFound(tx, id)).view;
    });
  }

  /** It will not be held, was not, or was registered by mistake. */
  cancel(id: string, reason: string, by: By): Promise<TeachingDetailView> {
    const attempt = { noun: 'teaching', act: 'cancel', subjects: [id], command: { teachingId: id, reason } };
    return this.tenant.act(by, attempt, async (tx) => {
      const { teaching, recordStands } = await teachingFound(tx, id);
      refuse(refusalsToCancel(teaching, recordStands));
      await tx.rows(
        'insert into teaching_cancellation (clinic_id, teaching_id, at, actor_id, by_id, reason) values ($1, $2, $3, $4, $5, $6)',
        [tx.clinicId, id, new Date(tx.now), actorOf(by), by.personId, reason],
      );
      tx.log('teaching.cancelled', [id], { id, reason });
      return (await teachingFound(tx, id)).view;
    });
  }
}

function refuse(refusals: ConstructorParameters<typeof Refused>[0]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

/** What stands, in the words in which it was planned. */
const asPlanned = ({ heldBy, gives, ...view }: TeachingDetailView): PlanTeaching => ({
  kind: view.kind,
  title: view.title,
  place: view.place,
  startsAt: view.startsAt,
  endsAt: view.endsAt,
  topics: view.topics,
  heldBy: heldBy.personId === null ? { name: heldBy.name } : { personId: heldBy.personId },
  open: view.open,
  gives: givesOf({ gives }),
});
