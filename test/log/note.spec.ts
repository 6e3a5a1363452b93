import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type NoteKey, noteKey, openNote, readVkey, signNote, vkeyOf } from '../../src/log/note.js';
import { signerOf } from '../../src/log/signer.js';
import { mutants, privateKeyOf, signerNamed, taken, why } from './signers.js';

/** The examples of C2SP signed-note and of Go's package note. */
const example = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  text: 'This is an example message.\n',
  note:
    'This is an example message.\n\n— example.com/foo ' +
    'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};
const peter = {
  seed: Buffer.from('gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=', 'base64'),
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const enoch = {
  vkey: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
  line: '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
};
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterKey = taken(readVkey(peter.vkey));
const enochKey = taken(readVkey(enoch.vkey));

describe('known answers', () => {
  it('the example of the specification opens', () => {
    const key = taken(readVkey(example.vkey));
    const opened = { text: example.text, keys: [key] };
    expect(openNote(example.note, [key])).toEqual(opened);
    expect(openNote(Buffer.from(example.note), [key])).toEqual(opened);
  });

  it('a note is signed to the byte as by another implementation', () => {
    const signer = taken(signerOf('PeterNeumann', privateKeyOf(peter.seed)));
    expect(vkeyOf(signer.key)).toBe(peter.vkey);
    expect(signNote(text, [signer])).toBe(`${text}\n${peter.line}`);
  });

  it.each([
    example.vkey,
    peter.vkey,
    enoch.vkey,
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
    'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
  ])('%s is read and written', (vkey) => {
    expect(vkeyOf(taken(readVkey(vkey)))).toBe(vkey);
  });
});

describe('signatures of several', () => {
  const both = `${text}\n${peter.line}${enoch.line}`;

  it('one that is known is enough, and the others are left aside', () => {
    expect(openNote(both, [peterKey])).toEqual({ text, keys: [peterKey] });
    expect(openNote(both, [enochKey])).toEqual({ text, keys: [enochKey] });
    expect(openNote(both, [enochKey, peterKey])).toEqual({ text, keys: [peterKey, enochKey] });
  });

  it('none that is known is not enough', () => {
    const stranger = signerNamed('stranger.example', 9).key;
    expect(why(openNote(both, []))).toBe('key-unknown');
    expect(why(openNote(both, [stranger]))).toBe('key-unknown');
  });

  it('a known name with another key, and a known key under another name, are unknown', () => {
    const renamed = taken(noteKey('EnochRoot', peterKey.publicKey));
    expect(why(openNote(`${text}\n${peter.line}`, [renamed]))).toBe('key-unknown');
    expect(why(openNote(`${text}\n${peter.line}`, [{ ...peterKey, id: enochKey.id }]))).toBe('key-unknown');
    expect(why(openNote(`${text}\n${peter.line}`, [{ ...peterKey, name: 'EnochRoot' }]))).toBe('key-unknown');
  });

  it('one bad signature by a known key rejects the note, wherever it stands', () => {
    const bad = enoch.line.replace('tiOHp', 'tiOHq');
    expect(why(openNote(`${text}\n${peter.line}${bad}`, [peterKey, enochKey]))).toBe('signature-invalid');
    expect(why(openNote(`${text}\n${bad}${peter.line}`, [peterKey, enochKey]))).toBe('signature-invalid');
    expect(why(openNote(`${text}\n${enoch.line}${bad}`, [enochKey]))).toBe('signature-invalid');
    expect(openNote(`${text}\n${peter.line}${bad}`, [peterKey])).toEqual({ text, keys: [peterKey] });
  });

  it('one that is there twice counts once', () => {
    expect(openNote(`${text}\n${peter.line}${peter.line}`, [peterKey])).toEqual({ text, keys: [peterKey] });
  });

  it('two keys that cannot be told apart are both refused; the same key twice is one', () => {
    const twin: NoteKey = { ...enochKey, name: peterKey.name, id: peterKey.id };
    expect(why(openNote(`${text}\n${peter.line}`, [peterKey, twin]))).toBe('key-ambiguous');
    const again = taken(readVkey(peter.vkey));
    expect(openNote(`${text}\n${peter.line}`, [peterKey, again])).toEqual({ text, keys: [peterKey] });
  });

  it('100 signatures are read, 101 are not', () => {
    expect(why(openNote(`${text}\n${enoch.line.repeat(99)}${peter.line}`, [peterKey]))).toBeNull();
    expect(why(openNote(`${text}\n${enoch.line.repeat(100)}${peter.line}`, [peterKey]))).toBe(
      'too-many-signatures',
    );
  });

  it('16 signatures of 5 kB by kinds of keys that are not known here do not hinder', () => {
    const large = `— witness.example ${Buffer.alloc(5000, 7).toString('base64')}\n`;
    expect(why(openNote(`${text}\n${large.repeat(15)}${peter.line}`, [peterKey]))).toBeNull();
  });
});

describe('malformed notes', () => {
  const note = `${text}\n${peter.line}`;
  const base64 = peter.line.split(' ')[2]!.trimEnd();
  const cut = Buffer.from(base64, 'base64').subarray(0, 67).toString('base64');

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'no-final-newline'],
    ['a newline', '\n', 'signatures-missing'],
    ['an empty line', '\n\n', 'signatures-missing'],
    ['only the text', text, 'signatures-missing'],
    ['a text and an empty line', `${text}\n`, 'signatures-missing'],
    ['two empty lines before nothing', `${text}\n\n`, 'signatures-missing'],
    ['no empty line', `${text}${peter.line}`, 'signatures-missing'],
    ['an empty line after the signatures', `${note}\n`, 'signatures-missing'],
    ['no final newline', note.slice(0, -1), 'no-final-newline'],
    ['a signature after nothing but a newline', `\n${peter.line}`, 'signatures-missing'],
    ['line ends of Windows', note.replaceAll('\n', '\r\n'), 'carriage-return'],
    ['one carriage return', note.replace(',\n', ',\r\n'), 'carriage-return'],
    ['a tab', note.replace(' ', '\t'), 'control-character'],
    ['NUL', `\0${note}`, 'control-character'],
    ['an escape', `\x1b[2J${note}`, 'control-character'],
    ['a byte that is not UTF-8', Buffer.concat([Buffer.of(0xff), Buffer.from(note)]), 'not-utf-8'],
    ['UTF-8 cut short', Buffer.concat([Buffer.from(note), Buffer.of(0xe2, 0x80)]), 'not-utf-8'],
    ['an overlong form', Buffer.concat([Buffer.of(0xc0, 0x8a), Buffer.from(note)]), 'not-utf-8'],
    ['half a surrogate pair', `\ud800${note}`, 'not-utf-8'],
    [
      'half a surrogate pair as bytes',
      Buffer.concat([Buffer.of(0xed, 0xa0, 0x80), Buffer.from(note)]),
      'not-utf-8',
    ],
    ['a byte order mark as bytes', Buffer.from(`\ufeff${note}`), 'signature-invalid'],
    ['a byte order mark', `\ufeff${note}`, 'signature-invalid'],
    ['more than a mebibyte', 'a'.repeat(1 << 20) + note, 'too-long'],
    ['a line that is no signature', `${note}Unexpected line.\n`, 'signature-line'],
    ['a hyphen for the dash', note.replace('—', '-'), 'signature-line'],
    ['an en dash for the em dash', note.replace('—', '–'), 'signature-line'],
    ['no space after the dash', note.replace('— ', '—'), 'signature-line'],
    ['two spaces', note.replace('Neumann ', 'Neumann  '), 'signature-line'],
    ['a space at the end', note.replace(/\n$/, ' \n'), 'signature-line'],
    ['no name', note.replace('PeterNeumann ', ''), 'signature-line'],
    ['no signature', note.replace(` ${base64}`, ''), 'signature-line'],
    ['a space in the name', note.replace('PeterNeumann', 'Peter Neumann'), 'signature-line'],
    ['another space in the name', note.replace('PeterNeumann', 'Peter\u00a0Neumann'), 'key-name'],
    ['a next line in the name', note.replace('PeterNeumann', 'Peter\u0085Neumann'), 'key-name'],
    ['a plus in the name', note.replace('PeterNeumann', 'Peter+Neumann'), 'key-name'],
    ['base64 without its padding', note.replace('nAM=', 'nAM'), 'base64'],
    ['base64 with stray bits', note.replace('nAM=', 'nAN='), 'base64'],
    ['base64 for addresses', note.replace('/ZJ', '_ZJ'), 'base64'],
    ['base64 and more', note.replace('nAM=', 'nAM=A'), 'base64'],
    ['no base64', note.replace(base64, '!!!!'), 'base64'],
    ['four bytes under an unknown key', `${note}— stranger.example AAAAAA==\n`, 'signature-length'],
    ['four bytes', note.replace(base64, 'x08gow=='), 'signature-length'],
    ['a signature that is short by one', note.replace(base64, cut), 'signature-length'],
    ['a signature that is long by one', note.replace(base64, `${base64.slice(0, -1)}A`), 'signature-length'],
    ['the signature of another text', note.replace('problem', 'Problem'), 'signature-invalid'],
    ['a line more in the text', `\n${note}`, 'signature-invalid'],
  ])('%s', (_, bad, reason) => {
    expect(why(openNote(bad, [peterKey]))).toBe(reason);
  });

  it('no byte can be turned, left out or doubled', () => {
    const bytes = Buffer.from(note);
    const passed = [...mutants(bytes)].filter((mutant) => why(openNote(mutant, [peterKey])) === null);
    expect(passed.map((mutant) => Buffer.from(mutant).toString())).toEqual([]);
  });

  it('no note that is cut opens', () => {
    const bytes = Buffer.from(note);
    const cuts = [...bytes.keys()].filter(
      (end) => why(openNote(bytes.subarray(0, end), [peterKey])) === null,
    );
    expect(cuts).toEqual([]);
  });
});

describe('any text', () => {
  const line = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/\p{Cc}/gu, ' '));
  const texts = fc.array(line, { minLength: 1 }).map((lines) => `${lines.join('\n')}\n`);
  const signers = [signerNamed('one.example/log', 1), signerNamed('two.example/ævå', 2)];
  const keys = signers.map(({ key }) => key);

  it('is read as it was signed, with empty lines, too', () => {
    fc.assert(
      fc.property(texts, (signed) => {
        expect(openNote(Buffer.from(signNote(signed, signers)), keys)).toEqual({ text: signed, keys });
      }),
    );
  });

  it('that could not be read back is not signed', () => {
    for (const bad of ['', 'no newline', 'a\r\n', 'a\0\n', '\ud800\n'])
      expect(() => signNote(bad, signers)).toThrow(RangeError);
    expect(() => signNote('text\n', [])).toThrow(RangeError);
  });

  it('is never opened by chance, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), texts, (bytes, head) => {
        expect(why(openNote(bytes, keys))).not.toBeNull();
        expect(why(openNote(Buffer.concat([Buffer.from(`${head}\n— `), bytes]), keys))).not.toBeNull();
      }),
    );
  });
});

describe('keys', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'key-form'],
    ['one part', 'PeterNeumann', 'key-form'],
    ['two parts', 'PeterNeumann+c74f20a3', 'key-form'],
    ['no name', '+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key-name'],
    ['a space in the name', peter.vkey.replace('rN', 'r N'), 'key-name'],
    ['a newline in the name', peter.vkey.replace('rN', 'r\nN'), 'key-name'],
    ['NUL in the name', peter.vkey.replace('rN', 'r\0N'), 'key-name'],
    ['half a surrogate pair in the name', peter.vkey.replace('rN', 'r\ud800N'), 'key-name'],
    ['a plus in the name', peter.vkey.replace('rN', 'r+N'), 'key-id'],
    ['a short id', peter.vkey.replace('c74f20a3', 'c74f20a'), 'key-id'],
    ['capitals in the id', peter.vkey.replace('c74f20a3', 'C74F20A3'), 'key-id'],
    ['another id', peter.vkey.replace('c74f20a3', 'c74f20a4'), 'key-id-mismatch'],
    ['another name', peter.vkey.replace('Peter', 'Paul'), 'key-id-mismatch'],
    ['base64 with a newline', `${peter.vkey}\n`, 'base64'],
    ['base64 for addresses', peter.vkey.replace('/', '_'), 'base64'],
    ['base64 cut short', peter.vkey.slice(0, -1), 'base64'],
    ['a witness', 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2', 'algorithm'],
    ['another algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'algorithm'],
    ['a key that is too long', `${peter.vkey}AAAA`, 'key-length'],
    ['a key that is too short', peter.vkey.slice(0, -4), 'key-length'],
    ['no key', 'PeterNeumann+c74f20a3+AQ==', 'key-length'],
  ])('%s', (_, vkey, reason) => {
    expect(why(readVkey(vkey))).toBe(reason);
  });

  it('no byte can be turned, left out or doubled', () => {
    const passed = [...mutants(Buffer.from(peter.vkey))].filter(
      (mutant) => why(readVkey(Buffer.from(mutant).toString())) === null,
    );
    expect(passed).toEqual([]);
  });

  it('any 32 bytes are read as a key, and open nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const x = Buffer.from(bytes).toString('base64url');
        const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
        const key = taken(readVkey(vkeyOf(taken(noteKey('any.example', publicKey)))));
        const forged = Buffer.concat([Buffer.from(key.id, 'hex'), Buffer.alloc(64, 1)]).toString('base64');
        expect(why(openNote(`text\n\n— any.example ${forged}\n`, [key]))).toBe('signature-invalid');
      }),
    );
  });

  it('only Ed25519 signs, only under a name, and only the private key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const x25519 = generateKeyPairSync('x25519');
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    expect(why(signerOf('a.example', rsa.privateKey))).toBe('algorithm');
    expect(why(noteKey('a.example', x25519.publicKey))).toBe('algorithm');
    expect(why(signerOf('a example', privateKey))).toBe('key-name');
    expect(why(signerOf('', privateKey))).toBe('key-name');
    expect(why(signerOf('a.example', publicKey))).toBe('key-form');
    expect(why(noteKey('a.example', privateKey))).toBe('key-form');
  });
});
