import { useRouter } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.ts';
import type { SignIn } from '../../api/schema.ts';
import { useBecome } from '../../app/session.ts';

/** Signs somebody in who has just got an account, and leads to a place: the first of the role, unless said otherwise. */
export function useSignIn(to: '/' | '/members' = '/'): (who: SignIn) => Promise<void> {
  const become = useBecome();
  const router = useRouter();
  return async (body) => {
    become(await answerOf(api.POST('/api/v1/session', { body })));
    await router.navigate({ to });
  };
}
