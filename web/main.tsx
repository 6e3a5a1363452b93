import './theme/theme.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.ts';
import { Appearance } from './app/Appearance.tsx';
import { startLanguage } from './app/language.ts';
import { OutcomeProvider } from './app/outcome.tsx';
import { sessionQuery } from './app/session.ts';
import { router } from './router.ts';

// Asked before anything is shown, beside the texts: on a slow line each question after another costs a second.
void queries.prefetchQuery(sessionQuery);
void router.load();
await startLanguage();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Appearance>
          <OutcomeProvider>
            <RouterProvider router={router} />
          </OutcomeProvider>
        </Appearance>
      </QueryClientProvider>
    </StrictMode>,
  );
