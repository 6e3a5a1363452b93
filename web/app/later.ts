import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { inBrowser } from './where.ts';

/** What opens over a page is no part of what must come first: fetched right after, so that it is there when asked for, also without a network. */
export function later<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  if (inBrowser) setTimeout(() => load().catch(() => undefined), 2000);
  return lazy(load);
}
