import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseConfig } from '../../src/config.js';
import { openNote, readVkey, signNote, vkeyOf } from '../../src/log/note.js';
import { newKeyLine, readKeyRing } from '../../src/log/signing-key.js';
import { SigningKeys } from '../../src/log/signing-keys.js';
import { signerNamed, taken } from './signers.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullmakt-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keys = (env: Record<string, string>) =>
  new SigningKeys(parseConfig({ PUBLIC_URL: 'https://klinikk.example', ...env }));

/** The Go world's key, as its note package writes it: PRIVATE+KEY+name+id+base64(1 ‖ seed). */
const known = `PRIVATE+KEY+fullmakt+00000000+${Buffer.concat([Buffer.of(1), Buffer.alloc(32, 7)]).toString('base64')}`;

describe('the key file', () => {
  it('is made at the first start, for its owner alone, and used from then on', () => {
    const path = join(folder, 'deep', 'log-signing-key');
    const first = keys({ LOG_SIGNING_KEY_FILE: path }).vkeysOf('a.example/log/1');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keys({ LOG_SIGNING_KEY_FILE: path }).vkeysOf('a.example/log/1')).toEqual(first);
    expect(readdirSync(dirname(path))).toEqual(['log-signing-key']);
    expect(readFileSync(path, 'utf8')).toMatch(/^PRIVATE\+KEY\+fullmakt\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/);
  });

  it('holds the seed that signs', () => {
    const [key] = readKeyRing(known).signing;
    const { key: same } = signerNamed('x', 7);
    expect(key && createPublicKey(key).equals(same.publicKey)).toBe(true);
  });

  it('may be given as a value in place of the file, and then no file is made', () => {
    const path = join(folder, 'none');
    keys({ LOG_SIGNING_KEY: newKeyLine(), LOG_SIGNING_KEY_FILE: path });
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('has the newest key first; all private ones sign, the public ones are only known', () => {
    const [one, two] = [newKeyLine(), newKeyLine()];
    const earlier = vkeyOf(signerNamed('another.example/log/9', 3).key);
    const ring = keys({ LOG_SIGNING_KEY: `# to nøkler\n${one}\n\n${two}\n${earlier}\n` });
    const origin = ring.originOf('1');
    expect(origin).toBe('klinikk.example/log/1');
    const vkeys = ring.vkeysOf(origin);
    expect(vkeys).toHaveLength(3);
    expect(vkeys.every((vkey) => vkey.startsWith(`${origin}+`))).toBe(true);
    const note = signNote('en\nto\n', ring.signersOf(origin));
    for (const vkey of vkeys.slice(0, 2))
      expect(taken(openNote(note, [taken(readVkey(vkey))])).keys).toHaveLength(1);
    expect(openNote(note, [taken(readVkey(vkeys[2] ?? ''))])).toEqual({ rejected: 'key-unknown' });
  });

  it.each([
    ['', 'it holds no private key'],
    [vkeyOf(signerNamed('x', 1).key), 'it holds no private key'],
    [`${known}\nhva som helst`, 'line 2 is not a key (key-form)'],
    [known.slice(0, -4), 'line 1 is not an Ed25519 key'],
    [known.replace('AQcH', 'AgcH'), 'line 1 is not an Ed25519 key'],
    ['PRIVATE+KEY+', 'line 1 is not an Ed25519 key'],
  ])('%j is refused in one line that holds nothing of the key', (text, why) => {
    const path = join(folder, 'key');
    writeFileSync(path, text);
    const start = () => keys({ LOG_SIGNING_KEY_FILE: path });
    expect(start).toThrow(`The key file ${path} cannot be used: ${why}.`);
    expect(start).not.toThrow(/AQcH|BwcHBwcH/);
  });

  it('gets its next key from the command', () => {
    const made = spawnSync(process.execPath, ['dist/src/cli/fullmakt.js', 'key'], { encoding: 'utf8' });
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(readKeyRing(`${made.stdout}${known}`).signing).toHaveLength(2);
  });

  it('that cannot be read is refused by name', () => {
    expect(() => keys({ LOG_SIGNING_KEY_FILE: folder })).toThrow(
      `The key file ${folder} cannot be used: it cannot be read`,
    );
  });
});
