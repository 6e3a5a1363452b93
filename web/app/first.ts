import { chosenLanguage } from './language.ts';

type Answer = readonly [key: readonly unknown[], answer: unknown];

/** What the server asked of the API to make the page that it sent; null where it sent none, or one in another language than is wanted here. */
export function answersSent(): readonly Answer[] | null {
  const sent = document.getElementById('answers');
  return sent && document.documentElement.lang === chosenLanguage()
    ? (JSON.parse(sent.textContent ?? '[]') as Answer[])
    : null;
}

/** The policy of the page lets styles of single elements come by script only: the server sends them aside. */
export function giveStyles(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-look]')) {
    element.style.cssText = element.dataset.look ?? '';
    delete element.dataset.look;
  }
}
