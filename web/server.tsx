import { AsyncLocalStorage } from 'node:async_hooks';
import { type Query, QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { App } from './App.tsx';
import { askBy } from './api/client.ts';
import type { SessionView } from './api/schema.ts';
import { type Language, languageOf, learnAll } from './app/language.ts';
import { homeFor } from './app/navigation.ts';
import { sessionQuery } from './app/session.ts';
import { guess } from './app/where.ts';
import { routerFor } from './router.ts';

type Ask = (path: string) => Promise<unknown>;

export interface Wanted {
  /** Path and query, as the browser asked. */
  readonly address: string;
  /** What its cookie says, if it says anything. */
  readonly language: string | undefined;
  readonly isPhone: boolean;
  /** Asks the API on behalf of whoever wants the page; null for whoever is not signed in. */
  readonly ask: Ask;
}

interface Made {
  readonly html: string;
  /** What was asked for, as JSON that can stand in a page. */
  readonly answers: string;
  readonly title: string;
  readonly language: Language;
  /** The source file of the screen, by which its script and its styles are found. */
  readonly screen: string;
}

/** The screens one comes to first, and their source files; every other one is made in the browser. */
const firsts: Readonly<Record<string, string>> = {
  '/delegations/new': 'routes/delegations/new/DelegatePage.tsx',
  '/log': 'routes/log/LogPage.tsx',
  '/matrix': 'routes/matrix/MatrixPage.tsx',
  '/me/responsibilities': 'routes/responsibilities/MyResponsibilities.tsx',
  '/members': 'routes/members/Members.tsx',
  '/overview': 'routes/overview/OverviewPage.tsx',
};

const signIn = 'routes/session/SignInPage.tsx';
/** Not behind the sign-in. */
const forAnybody = ['/clinics/new', '/invitation'];

const asking = new AsyncLocalStorage<Ask>();
askBy(async ({ method, url }) => {
  const ask = asking.getStore();
  if (!ask || method !== 'GET') throw new Error('a page only asks');
  const { pathname, search } = new URL(url);
  return Response.json(await ask(pathname + search));
});

const learning = learnAll();

/**
 * The first page as the browser would make it, so that it can be read before any script has come, or where else to go.
 * Null where the browser is to make it itself.
 */
export async function firstPage(wanted: Wanted): Promise<Made | { readonly goTo: string } | null> {
  const path = new URL(wanted.address, 'http://page').pathname;
  if (forAnybody.includes(path)) return null;
  const session = (await wanted.ask('/api/v1/session')) as SessionView | null;
  const home = session && path === '/' && homeFor(session.roles, session.person !== null);
  if (home) return { goTo: home };
  if (!session) return signInPage(wanted);
  const screen = firsts[path];
  return screen ? asking.run(wanted.ask, () => made(screen, session, wanted)) : null;
}

const signInPages = new Map<Language, Promise<Made | null>>();

/** The same for everybody at every address, and so drawn once in each language: anybody may ask for it, as often as they like. */
async function signInPage({ language, ask }: Wanted): Promise<Made | null> {
  const spoken = languageOf(language);
  const page = signInPages.get(spoken) ?? made(signIn, null, { address: '/', language, isPhone: false, ask });
  signInPages.set(spoken, page);
  page.catch(() => signInPages.delete(spoken));
  return page;
}

/** Null where there is nothing to read: an address that the router itself would first put right is left to the browser. */
async function made(screen: string, session: SessionView | null, wanted: Wanted): Promise<Made | null> {
  await learning;
  const language = languageOf(wanted.language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  queries.setQueryData(sessionQuery.queryKey, session);
  const router = routerFor(createMemoryHistory({ initialEntries: [wanted.address] }));
  await router.load();
  const html = await drawn(queries, () => {
    // At one go with the drawing, for both are one for all pages: nothing else may come in between.
    guess.isPhone = wanted.isPhone;
    void i18next.changeLanguage(language);
    return renderToString(<App queries={queries} router={router} />);
  });
  const [, title] = /<h1[^>]*>([^<]*)</.exec(html) ?? [];
  if (!title) return null;
  const answers = queries.getQueryCache().findAll({ predicate: isAnswered });
  return {
    html: html.replaceAll(' style="', ' data-look="'),
    title,
    language,
    screen,
    answers: inPage(answers.map(({ queryKey, state }) => [queryKey, state.data])),
  };
}

/** How React marks a part that it left to the browser. */
const unfinished = '<!--$!-->';

/** Drawn again when what it asked for is there: an answer may lead to another question, but no page needs more than a few. */
async function drawn(queries: QueryClient, draw: () => string): Promise<string> {
  for (let again = 0; ; again += 1) {
    const html = draw();
    const open = queries.getQueryCache().findAll({ predicate: isOpen });
    const isWhole = !html.includes(unfinished);
    if (isWhole && (open.length === 0 || again >= 4)) return html;
    if (again >= 4) throw new Error('a part of the page cannot be drawn on the server');
    // What is a file of its own in the browser is here after the first time that it was wanted.
    await new Promise(setImmediate);
    await Promise.allSettled(open.map((query) => query.fetch()));
  }
}

const isAnswered = ({ state }: Query): boolean => state.status === 'success';

const isOpen = ({ state, options, meta }: Query): boolean =>
  state.status === 'pending' && !meta?.askedInBrowser && !('enabled' in options && options.enabled === false);

/** No text in it can end the element that it stands in. */
const inPage = (answers: unknown): string => JSON.stringify(answers).replaceAll('<', '\\u003c');
