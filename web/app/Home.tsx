import { Navigate } from '@tanstack/react-router';
import { NotFound } from './NotFound.tsx';
import { homeFor } from './navigation.ts';
import { useSession } from './session.ts';

/** The address without a path is where one's work is. */
export function Home() {
  const { roles, person } = useSession();
  const home = homeFor(roles, person !== null);
  return home ? <Navigate to={home} replace /> : <NotFound />;
}
