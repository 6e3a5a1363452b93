import { useRouter } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.ts';
import type { SignIn } from '../../api/schema.ts';
import { useBecome } from '../../app/session.ts';

/** Signs somebody in who has just got an account, and leads to the first place of the role. */
export function useSignIn(): (who: SignIn) => Promise<void> {
  const become = useBecome();
  const router = useRouter();
  return async (body) => {
    become(await answerOf(api.POST('/api/v1/session', { body })));
    await router.navigate({ to: '/' });
  };
}
