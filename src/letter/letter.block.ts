import type { Language } from '../law/legal-bases.js';

/** What a letter consists of, in reading order; how it looks on paper is for whoever sets it. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'label' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'status'; readonly text: string; readonly says: string; readonly inForce: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export interface Item {
  readonly lead: string;
  readonly text: string;
}

export interface LetterDocument {
  readonly title: string;
  readonly language: Language;
  readonly at: number;
  /** At the foot of every page, so that no page can be taken for another letter's. */
  readonly foot: string;
  /** Holds {page} and {pages}. */
  readonly pageWords: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const labelled = (label: string, text: string): Block[] => [
  { kind: 'label', text: label },
  paragraph(text),
];
