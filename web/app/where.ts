/** The first page is made on the server, too: what only a browser has is asked for nowhere else. */
export const inBrowser = typeof document !== 'undefined';

/** What the server takes the reader's machine for; the browser begins with the same, and then looks. */
export const guess = { isPhone: inBrowser && 'phone' in document.documentElement.dataset };

/** What the screen answers to a question, and when that changes; `guessed` is what is thought of a screen that is not seen. */
export function media(query: string, guessed: () => boolean) {
  const list = inBrowser ? matchMedia(query) : null;
  return {
    guessed,
    matches: () => list?.matches ?? guessed(),
    onChange: (tell: () => void) => {
      list?.addEventListener('change', tell);
      return () => list?.removeEventListener('change', tell);
    },
  };
}

/** What was typed into a field of the page as it came, before its script did. */
export function typedBefore(id: string): string {
  if (!inBrowser) return '';
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement ? field.value : '';
}
