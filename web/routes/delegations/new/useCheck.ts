import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../../../api/client.ts';
import { asked, type Proposal } from './proposal.ts';

const pause = 400;

/** The API's own answer to what is typed so far, asked for when the typing pauses; nothing is written by it. */
export function useCheck(proposal: Proposal) {
  const question = JSON.stringify(asked(proposal));
  const settled = useSettled(question);
  return useQuery({
    queryKey: ['delegations', 'check', settled],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/delegations/check', { body: JSON.parse(settled), signal })),
    enabled: settled !== 'null',
    placeholderData: settled === 'null' ? undefined : keepPreviousData,
    select: (answer) => ({ ...answer, isOfNow: settled === question }),
  });
}

function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
