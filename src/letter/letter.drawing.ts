import type { Block, Item } from './letter.block.js';

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** Of a header cell. */
      scope?: 'Row' | 'Column';
    }
  }
}

export type Pdf = PDFKit.PDFDocument;
type Element = ReturnType<Pdf['struct']>;

export const margin = 56;

const ink = '#1c1c1c';
export const grey = '#525252';

/** One block after the other, each in the structure as what it is. */
export function draw(pdf: Pdf, root: Element, block: Block): void {
  switch (block.kind) {
    case 'title':
      write(pdf, root, 'H1', block.text, { bold: true, size: 22, after: 4 });
      break;
    case 'heading':
      write(pdf, root, 'H2', block.text, { bold: true, size: 13, before: 12, after: 3, together: 60 });
      break;
    case 'label':
      write(pdf, root, 'H3', block.text, { bold: true, size: 10, before: 3, together: 40 });
      break;
    case 'paragraph':
      write(pdf, root, 'P', block.text, { size: 10.5, after: 3 });
      break;
    case 'note':
      write(pdf, root, 'P', block.text, { size: 9, color: grey, before: 2, after: 3 });
      break;
    case 'status':
      status(pdf, root, block);
      break;
    case 'facts':
      facts(pdf, root, block.rows);
      break;
    case 'list':
      list(pdf, root, block.items);
      break;
  }
}

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  /** Not so near the foot of a page that what it introduces would stand on the next. */
  readonly together?: number;
}

function write(pdf: Pdf, parent: Element, tag: string, text: string, look: Look): void {
  const { before = 0, after = 0, together = 0 } = look;
  makeRoom(pdf, before + together);
  pdf.y += before;
  set(pdf, look);
  const shown = drawable(pdf, text);
  parent.add(pdf.struct(tag, {}, () => pdf.text(shown, margin, pdf.y, { width: width(pdf), lineGap: 1.5 })));
  pdf.y += after;
}

export const set = (pdf: Pdf, { bold = false, size, color = ink }: Look): Pdf =>
  pdf
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color);

const width = ({ page }: Pdf): number => page.width - 2 * margin;

function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
}

/** In a frame, told apart by its words first: a thin one for what stands, a thick one for what does not. */
function status(pdf: Pdf, root: Element, { text, says, inForce }: Block & { kind: 'status' }): void {
  const inner = { width: width(pdf) - 24, lineGap: 1.5 };
  const [mark, told] = [drawable(pdf, text), drawable(pdf, says)];
  const height =
    set(pdf, { bold: true, size: 13 }).heightOfString(mark, inner) +
    set(pdf, { size: 10.5 }).heightOfString(told, inner) +
    18;
  makeRoom(pdf, height + 16);
  const top = pdf.y + 6;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .lineWidth(inForce ? 0.75 : 2.5)
    .rect(margin, top, width(pdf), height)
    .stroke(ink);
  pdf.endMarkedContent();
  set(pdf, { bold: true, size: 13 });
  root.add(pdf.struct('P', {}, () => pdf.text(mark, margin + 12, top + 8, inner)));
  set(pdf, { size: 10.5 });
  root.add(pdf.struct('P', {}, () => pdf.text(told, margin + 12, pdf.y, inner)));
  pdf.y = top + height + 8;
}

const labelWidth = 150;

function facts(pdf: Pdf, root: Element, rows: readonly (readonly [string, string])[]): void {
  const table = pdf.struct('Table');
  root.add(table);
  for (const [label, value] of rows) {
    const [th, td] = [drawable(pdf, label), drawable(pdf, value)];
    const wide = { width: width(pdf) - labelWidth, lineGap: 1.5 };
    const narrow = { width: labelWidth - 8, lineGap: 1.5 };
    const heights = [
      set(pdf, { size: 10, bold: true }).heightOfString(th, narrow),
      set(pdf, { size: 10.5 }).heightOfString(td, wide),
    ];
    makeRoom(pdf, Math.max(...heights) + 2);
    const top = pdf.y;
    const row = pdf.struct('TR');
    table.add(row);
    set(pdf, { size: 10, bold: true });
    row.add(pdf.struct('TH', { scope: 'Row' }, () => pdf.text(th, margin, top, narrow)));
    set(pdf, { size: 10.5 });
    row.add(pdf.struct('TD', {}, () => pdf.text(td, margin + labelWidth, top, wide)));
    row.end();
    pdf.y = top + Math.max(...heights) + 2;
  }
  table.end();
}

function list(pdf: Pdf, root: Element, items: readonly Item[]): void {
  const element = pdf.struct('L');
  root.add(element);
  for (const { lead, text } of items) {
    const item = pdf.struct('LI');
    element.add(item);
    makeRoom(pdf, 28);
    const body = () => {
      const options = { width: width(pdf), lineGap: 1.5 };
      set(pdf, { size: 10, bold: true });
      pdf.text(drawable(pdf, lead), margin, pdf.y, { ...options, continued: text !== '' });
      if (text !== '') set(pdf, { size: 10.5 }).text(drawable(pdf, ` ${text}`), options);
    };
    item.add(pdf.struct('LBody', {}, body));
    item.end();
    pdf.y += 4;
  }
  element.end();
}

interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** A sign that the font cannot show is named instead: an empty box would hide from eye and ear that something was written. */
export function drawable(pdf: Pdf, text: string): string {
  const { font } = (pdf as unknown as { _font: { font: Glyphs } })._font;
  const signs = [...text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')];
  return signs
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (sign === '\n' || font.hasGlyphForCodePoint(code)) return sign;
      return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}
