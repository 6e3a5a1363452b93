/** A table of text on its way into a file; the first row names the columns. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Names are free text, and a spreadsheet takes a cell that begins like this for a formula, which may fetch and send anything.
 * An apostrophe in front makes it text, also after it has been saved in another format and opened again.
 */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** As Excel with Norwegian settings reads and writes it: semicolons, CRLF, and a mark that says it is UTF-8. */
export const csvOf = ({ rows }: Sheet): string =>
  `\ufeff${rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(';')}\r\n`).join('')}`;
