import type { EvidenceState } from '../state/state.evidence.js';
import { html, type Markup } from './markup.js';
import { momentText } from './moment.js';
import { byAge } from './order.js';
import type { Register } from './register.js';

/** The files of each record, with the hashes by which whoever holds one can tell that it is the same. */
export function filesByRecord({ state }: Register): Map<string, EvidenceState[]> {
  const files = new Map<string, EvidenceState[]>();
  for (const file of byAge(state.evidence.values())) {
    const known = files.get(file.recordId);
    if (known) known.push(file);
    else files.set(file.recordId, [file]);
  }
  return files;
}

export const fileText = (register: Register, { name, sha256, erased }: EvidenceState): Markup =>
  html`<div>Fil: ${name} (SHA-256 <code>${sha256}</code>)${
    erased &&
    html`. Innholdet slettet ${momentText(erased.at)} av ${register.actor(erased.actorId)}: <span class="prose">${erased.reason}</span>`
  }</div>`;
