import { Navigate } from '@tanstack/react-router';
import { NotFound } from './NotFound.tsx';
import { placesFor } from './navigation.ts';
import { useSession } from './session.ts';

/** The address without a path is the first place of one's role. */
export function Home() {
  const [first] = placesFor(useSession().roles);
  return first ? <Navigate to={first.to} replace /> : <NotFound />;
}
