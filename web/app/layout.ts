import { createRootRoute, createRoute } from '@tanstack/react-router';
import { BrokenAlone } from './Broken.tsx';
import { Home } from './Home.tsx';
import { NotFound } from './NotFound.tsx';
import { SignedIn } from './SignedIn.tsx';

export const root = createRootRoute({ errorComponent: BrokenAlone });

/** What needs a sign-in: shown in the shell, or the sign-in in its place with the address kept. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  errorComponent: BrokenAlone,
});

/** An address that is none is told in the shell, with the menu at hand. */
export const elsewhereRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  component: NotFound,
});

export const homeRoute = createRoute({ getParentRoute: () => signedIn, path: '/', component: Home });
