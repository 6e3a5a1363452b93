import { inflateSync } from 'node:zlib';

/** What a reader of a PDF is told: what each piece of text is, and the text itself. */
export interface Told {
  /** The tag in the structure; Artifact for what lies outside it; null for what nobody tagged. */
  readonly tag: string | null;
  readonly text: string;
}

interface Found {
  readonly head: string;
  /** Unpacked; null where the object holds none. */
  readonly stream: string | null;
}

/** The objects of a PDF as pdfkit writes them, by number; text of one character for each byte. */
function objectsOf(pdf: Buffer): Map<number, Found> {
  const objects = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs);
  return new Map([...objects].map(([, number, body = '']) => [Number(number), found(body)]));
}

function found(body: string): Found {
  const start = body.indexOf('stream\n');
  if (start < 0) return { head: body, stream: null };
  const head = body.slice(0, start);
  const bytes = Buffer.from(body.slice(start + 'stream\n'.length), 'latin1');
  return { head, stream: (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') };
}

/** In reading order, page by page; the lines of one piece are joined. */
export function toldIn(pdf: Buffer): Told[] {
  const objects = objectsOf(pdf);
  const at = (reference: string | undefined): Found => {
    const object = objects.get(Number(reference));
    if (!object) throw new Error(`no object ${reference}`);
    return object;
  };
  const pages = [...objects.values()].filter(({ head }) => head.includes('/Type /Page\n'));
  return pages.flatMap(({ head }) => {
    const resources = at(/\/Resources (\d+)/.exec(head)?.[1]).head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => {
        const unicode = /\/ToUnicode (\d+)/.exec(at(number).head)?.[1];
        return [name, signsOf(at(unicode).stream ?? '')];
      }),
    );
    return toldOn(at(/\/Contents (\d+)/.exec(head)?.[1]).stream ?? '', fonts);
  });
}

type Signs = ReadonlyMap<number, string>;

/** What each glyph of a font stands for. */
function signsOf(cmap: string): Signs {
  const signs = new Map<number, string>();
  for (const [, first = '', texts = ''] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [i, [, hex = '']] of [...texts.matchAll(/<([\w ]*)>/g)].entries())
      signs.set(
        Number.parseInt(first, 16) + i,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return signs;
}

function toldOn(content: string, fonts: ReadonlyMap<string, Signs>): Told[] {
  const told: { tag: string | null; text: string }[] = [];
  const open: { tag: string; text: string }[] = [];
  let signs: Signs = new Map();
  const marks = /\/(\w+) (?:<<[^>]*>> BDC|BMC)|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs;
  for (const [mark, tag, font, shown] of content.matchAll(marks)) {
    if (tag !== undefined) told.push(open[open.push({ tag, text: '' }) - 1]!);
    else if (font !== undefined) signs = fonts.get(font) ?? new Map();
    else if (mark === 'EMC') open.pop();
    else {
      const codes = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      const text = codes.map((code) => signs.get(Number.parseInt(code, 16)) ?? '\u{fffd}').join('');
      const into = open.at(-1);
      if (into) into.text = `${into.text} ${text}`.replaceAll(/\s+/g, ' ').trim();
      else told.push({ tag: null, text });
    }
  }
  return told;
}

/** The kinds of elements in the structure, as they were made. */
export const structureOf = (pdf: Buffer): string[] =>
  [...objectsOf(pdf).values()].flatMap(({ head }) => /\/S \/(\w+)\n\/(?:A|P) /.exec(head)?.[1] ?? []);

/** What the document says of itself, and of everything in it that is not packed. */
export const headsOf = (pdf: Buffer): string =>
  [...objectsOf(pdf).values()].map(({ head }) => head).join('\n');

const inUtf8 = (stream: string): string => Buffer.from(stream, 'latin1').toString();

/** The files that lie in it, by name. */
export function attachedTo(pdf: Buffer): Record<string, string> {
  const objects = objectsOf(pdf);
  const files = [...objects.values()].flatMap(({ head }) => {
    const [, name, number] = /\/F \(([^)]*)\)\n\/EF <<\n\/F (\d+)/.exec(head) ?? [];
    return name === undefined ? [] : [[name, inUtf8(objects.get(Number(number))?.stream ?? '')] as const];
  });
  return Object.fromEntries(files);
}
