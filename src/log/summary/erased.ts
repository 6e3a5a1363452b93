import { type Content, html } from './markup.js';
import { momentText } from './moment.js';
import type { Register } from './register.js';

/** What stands where a payload is gone: by whom and why, or that nothing in the log accounts for it. */
export function erasedText(register: Register, seq: number): Content {
  const erasure = register.trace.erasures.get(seq);
  if (!erasure)
    return html`<strong class="no">Innholdet mangler, og loggen sier ikke at det er slettet.</strong>`;
  return html`Innholdet er slettet av ${register.actor(erasure.actor)} ${momentText(erasure.at)} (nr. ${erasure.toldBy}): <span class="prose">${erasure.reason}</span>`;
}
