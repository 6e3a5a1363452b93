export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

interface Delimited {
  readonly delimiter: Delimiter;
  /** What is left to read. */
  readonly text: string;
}

/** Excel's own first line says which; otherwise the one that parts the first line most often, and the semicolon of Norwegian Excel in doubt. */
export function delimited(text: string): Delimited {
  const said = /^sep=([;,\t|])(?:\r\n|\r|\n|$)/i.exec(text);
  if (said) return { delimiter: said[1] as Delimiter, text: text.slice(said[0].length) };
  const line = firstLine(text);
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ';', text };
}

/** The first line that holds anything, without what stands in quotes: a quoted field may hold any delimiter, and line breaks. */
const firstLine = (text: string): string =>
  text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, 'x')
    .split(/[\r\n]+/)
    .find((line) => /[^\s;,|]/.test(line)) ?? '';
