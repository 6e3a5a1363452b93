import { useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { later } from './later.ts';
import { showHelp, useShortcuts } from './shortcuts.ts';

const ShortcutsHelp = later(async () => ({ default: (await import('./ShortcutsHelp.tsx')).ShortcutsHelp }));

/** Keys on their own act only outside of fields, and not at all for those who have turned them off (WCAG 2.1.4). */
export function Shortcuts() {
  const { on, helpOpen } = useShortcuts();
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => listen(event, () => router.navigate({ to: '/search' }));
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, router]);
  return <Suspense>{helpOpen && <ShortcutsHelp />}</Suspense>;
}

function listen(event: KeyboardEvent, toSearch: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === '?') showHelp(true);
  if (event.key !== '/') return;
  // The key itself must not be typed into the field that it leads to.
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLElement>('input[data-search]')];
  const shown = fields.find((field) => field.checkVisibility());
  if (shown) shown.focus();
  else toSearch();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
