import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { CheckDuties, DutyView } from '../../api/schema.ts';
import { pagesOf } from '../../ui/pages.ts';

interface Wanted {
  readonly personId?: string;
  readonly taskId?: string;
  /** Undefined: whenever. `now` is the moment of asking. */
  readonly at?: string;
}

export const duties = ({ at, ...wanted }: Wanted) =>
  pagesOf<DutyView>(['duties', { at, ...wanted }], (cursor, signal) => {
    const query = { ...wanted, at: at === 'now' ? new Date().toISOString() : at, cursor };
    return answerOf(api.GET('/api/v1/duties', { params: { query }, signal }));
  });

/** What would come of it; asked for anew whenever something has been done. */
export const dutyCheck = (body: CheckDuties) =>
  queryOptions({
    queryKey: ['duties', 'check', body],
    queryFn: ({ signal }) => answerOf(api.POST('/api/v1/duties/check', { body, signal })),
  });

export const endDuty = (id: string, at: string, reason: string) =>
  answerOf(api.POST('/api/v1/duties/{id}/end', { params: { path: { id } }, body: { at, reason } }));
