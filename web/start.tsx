import './theme/theme.ts';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { queries } from './api/queries.ts';
import { hasDrafts } from './app/draft.ts';
import { answersSent, giveStyles } from './app/first.ts';
import { startLanguage } from './app/language.ts';
import { sessionQuery } from './app/session.ts';
import { routerFor } from './router.ts';
import { calendarInSteps } from './ui/day.ts';

/** Between one part of what it takes to wake the page and the next: a phone answers its user. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

const answers = answersSent();
for (const [key, answer] of answers ?? []) queries.setQueryData(key, answer);
// Asked before anything is shown, beside the texts: on a slow line each question after another costs a second.
if (!answers) void queries.prefetchQuery(sessionQuery);
await pause();
const router = routerFor();
await pause();
const loaded = router.load();
await startLanguage();
for (const make of calendarInSteps) {
  await pause();
  make();
}
await pause();

const root = document.getElementById('root');
const app = <App queries={queries} router={router} />;
if (root && answers && !hasDrafts()) {
  // The page is there already: it comes alive in small pieces, once its own script has come.
  // One with something begun in this tab is made anew, for the server knows nothing of that.
  await loaded;
  giveStyles(root);
  router.ssr = { manifest: undefined };
  startTransition(() => void hydrateRoot(root, app));
} else if (root) createRoot(root).render(app);
