import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { useOutcome } from './outcome.tsx';
import { sessionQuery } from './session.ts';

interface Act<Command, Answer> {
  readonly send: (command: Command) => Promise<Answer>;
  /** What is said when it is done. */
  readonly done?: (answer: Answer, command: Command) => string;
  /** Takes it back, where the API has a counterpart. */
  readonly undo?: (answer: Answer) => Promise<unknown>;
  readonly onDone?: (answer: Answer) => void;
}

/** Something the user does: sent once, its outcome said aloud, and everything shown asked for anew. */
export function useAct<Answer, Command = void>(
  act: Act<Command, Answer>,
): UseMutationResult<Answer, ApiProblem, Command> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const say = useOutcome();
  const refresh = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  const failed = () => say({ text: t('app.notUndone') });
  return useMutation({
    mutationFn: act.send,
    onSuccess: (answer, command) => {
      const { undo } = act;
      const text = act.done?.(answer, command);
      if (text) say({ text, undo: undo && (() => undo(answer).then(refresh, failed)) });
      act.onDone?.(answer);
      return refresh();
    },
  });
}
