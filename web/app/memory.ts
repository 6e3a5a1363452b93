/** What this browser remembers of its user's choices; nothing about anybody's health or work. */
type Choice = 'language' | 'theme' | 'shortcuts';

export function recalled(choice: Choice): string | null {
  try {
    return localStorage.getItem(`fullmakt.${choice}`);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing is fine: the choice then lasts as long as the page. */
export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(`fullmakt.${choice}`, value);
  } catch {}
}

const year = 365 * 86_400_000;

/** What the server must know to make the first page as this browser will show it: its language, and whether it is dark. Where it cannot be told, the browser makes the page itself. */
export function tellServer(what: 'language' | 'shown', value: string): void {
  const expires = Date.now() + year;
  window.cookieStore
    ?.set({ name: `fullmakt-${what}`, value, expires, path: '/', sameSite: 'lax' })
    .catch(() => undefined);
}
