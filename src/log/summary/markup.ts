/** Text that is HTML already; everything else that is put into a page is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string | number | null | false | readonly Content[];

/** HTML with its values escaped, in elements and in quoted attributes alike. Null and false are nothing. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Markup =>
  new Markup(parts.reduce((text, part, i) => `${text}${textOf(values[i - 1] ?? null)}${part}`));

function textOf(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content.map(textOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const special = /[&<>"']/g;

/** Controls and marks of direction that would make a page read otherwise than it is written. */
const deceptive = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(special, (sign) => entities[sign] as string)
    .replace(deceptive, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);

/** A text as the string of a style sheet, every sign as its number: it can end neither the string nor the sheet. */
export const inStyle = (text: string): string =>
  `"${[...text].map((sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`).join('')}"`;
