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
