import { type Content, html } from './markup.js';

/** The first cell of a row names it. */
export type Row = readonly [Content, ...Content[]];

export interface Rows {
  /** What the rows have in common; null where they need no heading of their own. */
  readonly title: string | null;
  readonly rows: Iterable<Row>;
}

/**
 * A table in pieces. The roles are said outright: on a narrow screen the cells are laid out as blocks,
 * and some browsers then forget that they are cells.
 */
export function* table(
  caption: string,
  columns: readonly string[],
  groups: Iterable<Rows>,
): Generator<string> {
  const heads = columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`);
  yield html`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>\n`
    .text;
  for (const { title, rows } of groups) {
    yield '<tbody role="rowgroup">\n';
    if (title !== null)
      yield html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${title}</th></tr>\n`
        .text;
    for (const [name, ...cells] of rows) {
      const others = cells.map(
        (cell, i) => html`<td role="cell" data-label="${columns[i + 1] ?? ''}">${cell}</td>`,
      );
      yield html`<tr role="row"><th role="rowheader" scope="row" data-label="${columns[0] ?? ''}">${name}</th>${others}</tr>\n`
        .text;
    }
    yield '</tbody>\n';
  }
  yield '</table>\n';
}

/** A table whose rows need no headings between them. */
export const plainTable = (
  caption: string,
  columns: readonly string[],
  rows: Iterable<Row>,
): Generator<string> => table(caption, columns, [{ title: null, rows }]);
