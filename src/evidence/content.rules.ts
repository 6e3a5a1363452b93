export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** 10 MB. */
export const largestFile = 10 * 1024 * 1024;

/** What a file is by its bytes; or that it is none of what is taken, or not whole. Its name and what it was sent as say nothing. */
export type Judgement = MediaType | 'unsupported-file' | 'broken-file';

export function judgementOf(bytes: Buffer): Judgement {
  if (isArchive(bytes)) return 'unsupported-file';
  if (startsWith(bytes, 0, '%PDF-')) return isWholePdf(bytes) ? 'application/pdf' : 'broken-file';
  if (startsWith(bytes, 0, '\xff\xd8\xff')) return isWholeJpeg(bytes) ? 'image/jpeg' : 'broken-file';
  if (startsWith(bytes, 0, pngSignature)) return isWholePng(bytes) ? 'image/png' : 'broken-file';
  return 'unsupported-file';
}

/** Each character stands for one byte. */
const startsWith = (bytes: Buffer, at: number, text: string): boolean =>
  at + text.length <= bytes.length && bytes.toString('latin1', at, at + text.length) === text;

/** A zip is read from its end, so any file can be one, too: its last record is looked for where zip programs look. */
const isArchive = (bytes: Buffer): boolean =>
  bytes.subarray(Math.max(0, bytes.length - 65_557)).includes('PK\x05\x06', 0, 'latin1');

/** A version that is known; at the end where the cross-references are, at that place such references, and the mark of the end. */
function isWholePdf(bytes: Buffer): boolean {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return false;
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  const [, offset = ''] = /startxref\s+(\d{1,10})\s+%%EOF(?!.*startxref).{0,1024}$/s.exec(tail) ?? [];
  const at = Number(offset);
  // The first half of a file made for the web ends like a whole one, and says 0.
  if (offset === '' || at === 0 || at >= bytes.length) return false;
  // Not every program counts its bytes exactly.
  return /\bxref\b|\b\d+\s+\d+\s+obj\b/.test(bytes.toString('latin1', Math.max(0, at - 32), at + 64));
}

/** Its segments one after the other, a frame with a width and a scan among them, and an end. */
function isWholeJpeg(bytes: Buffer): boolean {
  let [framed, scanned] = [false, false];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return framed && scanned && mayFollow(bytes.subarray(at + 2));
    if (marker === 0xff || isAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (at + 4 > bytes.length) return false;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return false;
    if (isFrame(marker)) framed = length >= 8 && bytes.readUInt16BE(at + 7) > 0;
    at += 2 + length;
    if (marker === 0xda) {
      scanned = true;
      at = endOfScan(bytes, at);
    }
  }
  return false;
}

const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** SOF0 to SOF15, among which DHT, JPG and DAC have their numbers. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The next marker: within a scan, FF is followed by 00 or a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Phones put previews, depth and film behind the picture; what opens as a file of another kind does not belong there. */
const mayFollow = (rest: Buffer): boolean =>
  !/%PDF-|<!doctype|<html|<script|<\?php|Rar!|7z\xbc\xaf/i.test(rest.toString('latin1'));

const pngSignature = '\x89PNG\r\n\x1a\n';

/** Its chunks one after the other: first the size of the picture, then data, and at the very end the end. */
function isWholePng(bytes: Buffer): boolean {
  if (!startsWith(bytes, 8, '\0\0\0\rIHDR') || bytes.length < 33) return false;
  if (bytes.readUInt32BE(16) === 0 || bytes.readUInt32BE(20) === 0) return false;
  let filled = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return false;
    if (type === 'IDAT' && length > 0) filled = true;
    at += 12 + length;
    if (type === 'IEND') return filled && at === bytes.length;
  }
  return false;
}
