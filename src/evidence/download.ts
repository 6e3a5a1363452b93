import type { MediaType } from './content.rules.js';
import type { EvidenceView } from './evidence.dto.js';

const endings: Readonly<Record<MediaType, RegExp>> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
};
const ending: Readonly<Record<MediaType, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** To be saved by its own name, which ends as its bytes are: nobody's machine takes it for a program. */
export function downloadHeaders({ name, mediaType, size, sha256 }: EvidenceView): Record<string, string> {
  const saved = endings[mediaType].test(name) ? name : `${name}${ending[mediaType]}`;
  return {
    'Content-Type': mediaType,
    'Content-Length': String(size),
    'Content-Disposition': dispositionOf(saved),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ETag: `"${sha256}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  };
}

/** RFC 6266: the name in plain letters for old programs, and as it is (RFC 8187) for all others. */
function dispositionOf(name: string): string {
  const plain = name
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .,()+=@-]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
