import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { pagesOf } from '../../ui/pages.ts';

export const members = () =>
  pagesOf(['members'], (cursor, signal) =>
    answerOf(api.GET('/api/v1/members', { params: { query: { cursor } }, signal })),
  );

export const member = (id: string) =>
  queryOptions({
    queryKey: ['members', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/members/{id}', { params: { path: { id } }, signal })),
  });

export const openInvitations = () =>
  pagesOf(['invitations'], (cursor, signal) =>
    answerOf(api.GET('/api/v1/invitations', { params: { query: { cursor } }, signal })),
  );

export const withdrawInvitation = (id: string) =>
  answerOf(api.POST('/api/v1/invitations/{id}/withdrawal', { params: { path: { id } } }));
