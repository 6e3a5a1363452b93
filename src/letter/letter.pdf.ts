import { setImmediate } from 'node:timers/promises';
import type { LetterDocument } from './letter.block.js';
import { draw, drawable, grey, margin, type Pdf, set } from './letter.drawing.js';
import { fonts } from './letter.fonts.js';

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;

/** A file that lies inside the letter. */
export interface Attachment {
  readonly name: string;
  readonly text: string;
}

/**
 * A4, tagged for screen readers (PDF/UA-1): every word is in the structure, every line and page number outside it.
 * The same document gives the same bytes. It takes a tenth of a second of computing, so others get their turn after each block.
 */
export async function pdfOf(letter: LetterDocument, attachment: Attachment | null): Promise<Buffer> {
  const pdf = await blank(letter);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of letter.blocks) {
    draw(pdf, root, block);
    await setImmediate();
  }
  root.end();
  feet(pdf, letter);
  if (attachment) attach(pdf, attachment, letter.at);
  pdf.appendXML(accessible);
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => pdf.once('end', resolve));
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Loaded with the first letter: most processes never write one. */
async function blank({ title, language, at }: LetterDocument): Promise<Pdf> {
  const { default: PDFDocument } = await import('pdfkit');
  const { regular, bold } = await fonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 16 },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locales[language],
    bufferPages: true,
    font: '',
    info: { Title: plain(title), Creator: 'Fullmakt', Producer: 'Fullmakt', CreationDate: new Date(at) },
  });
  return pdf.registerFont('regular', regular).registerFont('bold', bold).font('regular');
}

/** What is said of the document is written into XML as it stands. */
const plain = (text: string): string => text.replace(/[<>&\p{Cc}]/gu, ' ');

const accessible = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `;

function attach(pdf: Pdf, { name, text }: Attachment, at: number): void {
  const made = new Date(at);
  pdf.file(Buffer.from(text), { name, type: 'text/plain', creationDate: made, modifiedDate: made });
}

/** Outside the structure: whoever listens is not told on every page what letter it is. */
function feet(pdf: Pdf, { foot, pageWords }: LetterDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    const y = pdf.page.height - margin;
    pdf.page.margins.bottom = 0;
    const words = pageWords.replace('{page}', String(page + 1)).replace('{pages}', String(count));
    pdf.markContent('Artifact', { type: 'Pagination' });
    set(pdf, { size: 8.5, color: grey });
    pdf.text(drawable(pdf, foot), margin, y, {
      width: pdf.page.width - 2 * margin - 90,
      height: 12,
      ellipsis: true,
    });
    pdf.text(words, pdf.page.width - margin - 80, y, { width: 80, align: 'right' });
    pdf.endMarkedContent();
  }
}
