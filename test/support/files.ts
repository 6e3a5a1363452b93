import { crc32, deflateSync } from 'node:zlib';

/** Small files that are what they say, byte for byte. */
interface Pdf {
  readonly size?: number;
  /** More objects, as they stand in the file. */
  readonly objects?: string;
  readonly version?: string;
  /** Where it says that the cross-references are; where they are, if left out. */
  readonly startxref?: string;
}

export function pdf({ size, objects = '', version = '1.7', startxref }: Pdf = {}): Buffer {
  const head = `%PDF-${version}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${objects}`;
  const made = (filling: number): Buffer => {
    const body = `${head}%${'x'.repeat(filling)}\n`;
    const end = `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${startxref ?? body.length}\n%%EOF\n`;
    return Buffer.from(body + end, 'latin1');
  };
  if (size === undefined) return made(0);
  // The place of the references may take more digits when it is further on.
  const once = made(size - made(0).length);
  return once.length === size ? once : made(size - made(0).length - (once.length - size));
}

/** Objects packed together, as most programs write them now. */
export const packed = (objects: string, filter = '/FlateDecode'): string => {
  const stream = filter === '/FlateDecode' ? deflateSync(objects).toString('latin1') : objects;
  const filtered = filter === '' ? '' : ` /Filter ${filter}`;
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4${filtered} /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])));
  return Buffer.concat([length, Buffer.from(type), data, sum]);
};

/** One pixel, with so much text beside it. */
export function png({ comment = 0, width = 1 } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(comment > 0 ? [chunk('tEXt', Buffer.alloc(comment, 'x'))] : []),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One pixel; the scan holds what looks like a marker and is none. */
export const jpeg = ({ width = 1, scan = [0x37, 0xff, 0x00, 0xff, 0xd0, 0x12] } = {}): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, width, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, ...scan],
    ...[0xff, 0xd9],
  ]);
