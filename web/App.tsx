import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { Appearance } from './app/Appearance.tsx';
import { OutcomeProvider } from './app/outcome.tsx';
import type { Screens } from './router.ts';

/** Everything on a page: the same in the browser as on the server, so that the one can go on where the other stopped. */
export function App({ queries, router }: { queries: QueryClient; router: Screens }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Appearance>
          <OutcomeProvider>
            <RouterProvider router={router} />
          </OutcomeProvider>
        </Appearance>
      </QueryClientProvider>
    </StrictMode>
  );
}
