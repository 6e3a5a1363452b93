import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isActivePdf } from '../../src/evidence/active-pdf.js';
import { judgementOf } from '../../src/evidence/content.rules.js';
import { jpeg, packed, pdf, png } from '../support/files.js';

const bytes = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** The end of a zip with nothing in it: enough for a program that opens zips. */
const zipEnd = bytes('PK\x05\x06', Buffer.alloc(18));

const whole = [
  ['a pdf', pdf(), 'application/pdf'],
  ['a pdf of 2.0', pdf({ version: '2.0' }), 'application/pdf'],
  ['a pdf with bytes after its end', bytes(pdf(), '\n\n\0\0'), 'application/pdf'],
  ['a pdf that was added to', bytes(pdf(), pdf()), 'application/pdf'],
  ['a large pdf', pdf({ size: 300_000 }), 'application/pdf'],
  ['a jpg', jpeg(), 'image/jpeg'],
  ['a jpg of a phone, with a preview behind it', bytes(jpeg(), jpeg()), 'image/jpeg'],
  ['a jpg with film behind it', bytes(jpeg(), '\0\0\0\x18ftypmp42', Buffer.alloc(1000)), 'image/jpeg'],
  ['a png', png(), 'image/png'],
  ['a png with text in it', png({ comment: 70_000 }), 'image/png'],
] as const;

describe('what a file is, is read from its bytes', () => {
  it.each(whole)('%s', (_, file, is) => {
    expect(judgementOf(file)).toBe(is);
  });

  it.each([
    ['nothing', bytes()],
    ['one byte', bytes('%')],
    ['text', bytes('Kursbevis')],
    ['a web page', bytes('<!doctype html><script>alert(1)</script>')],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a zip', bytes('PK\x03\x04', Buffer.alloc(30), zipEnd)],
    ['a gif', bytes('GIF89a', Buffer.alloc(30))],
    ['a program', bytes('MZ', Buffer.alloc(60))],
    ['a pdf behind something else', bytes('\n', pdf())],
    ['a pdf behind a byte order mark', bytes('\xef\xbb\xbf', pdf())],
    ['a web page with a pdf in it', bytes('<html>', pdf())],
    ['half a png signature', bytes('\x89PNG')],
    ['a pdf that is a zip, too', bytes(pdf(), zipEnd)],
    ['a jpg that is a zip, too', bytes(jpeg(), 'PK\x03\x04', Buffer.alloc(30), zipEnd)],
    ['a png that is a zip, too', bytes(png(), zipEnd)],
    ['a zip with a comment as long as it can be', bytes(jpeg(), zipEnd, Buffer.alloc(65_535))],
  ])('%s is none of them', (_, file) => {
    expect(judgementOf(file)).toBe('unsupported-file');
  });

  it.each([
    ['a pdf by its first line alone', bytes('%PDF-1.7\n')],
    ['a pdf of no known version', bytes(pdf({ version: '9.9' }))],
    ['a web page that begins as a pdf', bytes('%PDF-1.7\n<html><script>alert(1)</script></html>')],
    ['a pdf that ends before its references', pdf({ startxref: '999999999' })],
    ['the first half of a pdf for the web', pdf({ startxref: '0' })],
    ['a pdf whose references are elsewhere', pdf({ startxref: '300', objects: 'x'.repeat(500) })],
    ['a pdf with much behind it', bytes(pdf(), 'x'.repeat(2000))],
    ['a pdf without its end', pdf().subarray(0, -8)],
    ['a jpg by its first bytes alone', bytes('\xff\xd8\xff')],
    ['a jpg without its end', jpeg().subarray(0, -2)],
    ['a jpg without a scan', bytes('\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xd9')],
    ['a jpg without a frame', bytes('\xff\xd8\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\xd9')],
    ['a jpg of no width', jpeg({ width: 0 })],
    ['a jpg whose segment is longer than it', bytes('\xff\xd8\xff\xe0\xff\xff')],
    ['a jpg whose segment is shorter than nothing', bytes('\xff\xd8\xff\xe0\0\x01\xff\xd9')],
    ['a jpg with a web page behind it', bytes(jpeg(), '<HTML><body>')],
    ['a jpg with a script behind it', bytes(jpeg(), 'x<script src=//evil>')],
    ['a jpg with a pdf behind it', bytes(jpeg(), pdf())],
    ['a png without its end', png().subarray(0, -12)],
    ['a png with something behind it', bytes(png(), 'x')],
    ['a png of no width', png({ width: 0 })],
    ['a png without data', bytes(png().subarray(0, 33), png().subarray(-12))],
    ['a png whose chunk is longer than it', bytes(png().subarray(0, 33), '\xff\xff\xff\xffIDAT')],
    ['a png of other chunks', bytes('\x89PNG\r\n\x1a\n', png().subarray(33))],
  ])('%s is not whole', (_, file) => {
    expect(judgementOf(file)).toBe('broken-file');
  });

  it('is never taken when it is cut short, wherever it is cut', () => {
    for (const [name, file] of whole.filter(([name]) => !/behind|added|after|large/.test(name))) {
      const step = Math.max(1, Math.floor(file.length / 500));
      // A pdf may lack the line break after its end.
      for (let length = 0; length < file.length - 1; length += step) {
        const cut = judgementOf(file.subarray(0, length));
        expect({ name, length, cut: cut.endsWith('-file') }).toEqual({ name, length, cut: true });
      }
    }
  });

  it('is judged whatever the bytes are', () => {
    const starts = ['', '%PDF-1.7', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'];
    const any = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(any, ([start, rest]) => {
        expect(judgementOf(bytes(start, Buffer.from(rest)))).toMatch(/-file$/);
      }),
    );
  });

  it('is soon judged, however the bytes are arranged', () => {
    const arranged = [
      '\xff',
      '\xff\xd8',
      '\xff\xe0\0\x02',
      '\xff\xd0',
      'startxref 1 %%EOF',
      '\0\0\0\0IDATxxxx',
    ];
    for (const start of ['%PDF-1.7\n', '\xff\xd8\xff\xe0\0\x02', png().subarray(0, 33)])
      for (const unit of arranged) {
        const file = bytes(start, unit.repeat(Math.floor(1_000_000 / unit.length)));
        expect(judgementOf(file)).toBe('broken-file');
      }
  });
});

describe('a pdf that does more than show pages', () => {
  const script = '3 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n';

  it.each([
    ['runs a script', script],
    ['runs one when it is opened', '<< /OpenAction << /S/JavaScript/JS(x) >> >>'],
    ['starts a program', '3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'],
    ['carries a file', '3 0 obj\n<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream\nendobj\n'],
    ['carries files', '<< /Names << /EmbeddedFiles 4 0 R >> >>'],
    ['plays film', '<< /Subtype /RichMedia >>'],
    ['is locked', '<< /Encrypt 5 0 R >>'],
    ['spells it otherwise', '<< /S /J#61v#61Script >>'],
    ['spells all of it otherwise', '<< /S /#4C#61#75#6e#63#68 >>'],
    ['packs it', packed(script)],
    ['packs it and spells that otherwise', packed(script).replace('/ObjStm', '/Obj#53tm')],
    ['packs it openly', packed(script, '')],
    ['packs it in a way we do not know', packed(script, '/LZWDecode')],
    ['packs more than we look through', packed('x'.repeat(21 * 1024 * 1024))],
    ['packs more in all than we look through', packed('x'.repeat(7 * 1024 * 1024)).repeat(3)],
    ['packs more often than we look', packed('<< /Type /Page >>').repeat(5001)],
    ['says on and on that it packs', '/ObjStm '.repeat(1_200_000)],
    ['says so before everything that it does not pack', '/ObjStm stream\n'.repeat(600_000)],
    ['packs something far away', packed(script).replace('/N 1', ' '.repeat(5000))],
    ['packs one within the other', packed('x').replace('endstream', packed('y'))],
  ])('%s', (_, objects) => {
    expect(isActivePdf(pdf({ objects }))).toBe(true);
  });

  it.each([
    ['shows pages', ''],
    ['speaks of it', '3 0 obj\n(JavaScript og Launch) \nendobj\n'],
    ['has names that begin alike', '<< /Launcher /JavaScriptKurs /EncryptMetadata false /EmbeddedFilesX >>'],
    ['packs what does no more', packed('<< /Type /Page >>')],
    ['packs what does no more openly', packed('<< /Type /Page >>', '')],
    ['packs often', packed('<< /Type /Page >>').repeat(3000)],
    ['says twice that it packs', packed('<< /Type /Page >>').replace('/N 1', '/Type /ObjStm')],
    ['packs much', packed('x'.repeat(5_000_000)) + packed('y'.repeat(5_000_000))],
  ])('is not one that %s', (_, objects) => {
    expect(isActivePdf(pdf({ objects }))).toBe(false);
  });
});
