import { createRootRoute, createRoute } from '@tanstack/react-router';
import { Broken } from './Broken.tsx';
import { Home } from './Home.tsx';
import { NotFound } from './NotFound.tsx';
import { SignedIn } from './SignedIn.tsx';

export const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken });

/** What needs a sign-in: shown in the shell, or the sign-in in its place with the address kept. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  errorComponent: Broken,
  notFoundComponent: NotFound,
});

export const homeRoute = createRoute({ getParentRoute: () => signedIn, path: '/', component: Home });
