import { createHash } from 'node:crypto';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type request from 'supertest';
import { Things, wrongFields } from '../support/things.js';

let things: Things;
beforeAll(async () => {
  things = await Things.start();
});
afterAll(() => things.app.close());

const form = (): request.Test => things.http().post('/things/files');
const withFile = (bytes: string | Buffer = 'hei', name = 'bevis.pdf'): request.Test =>
  form().attach('file', Buffer.from(bytes), name);

/** A form as bytes, each part with its own headers. */
const parts = (...each: readonly (readonly [disposition: string, body: string])[]): request.Test => {
  const body = each.map(
    ([disposition, content]) => `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`,
  );
  return form()
    .set('Content-Type', 'multipart/form-data; boundary=x')
    .send(`${body.join('')}--x--\r\n`);
};

/** As browsers send an empty field. */
const notChosen = 'name="file"; filename=""\r\nContent-Type: application/octet-stream';

describe('a file', () => {
  test('is given with its name, size and hash, and the fields beside it by their types', async () => {
    const bytes = 'blåbær'.repeat(1000);
    const { status, body } = await withFile(bytes, 'Bevis på førstehjelp.pdf')
      .field('line', 'på én linje')
      .field('flag', 'true')
      .field('part', '{"name":"del","weight":3}');
    expect(status).toBe(201);
    expect(body).toEqual({
      file: {
        name: 'Bevis på førstehjelp.pdf',
        size: Buffer.byteLength(bytes),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      text: bytes,
      line: 'på én linje',
      flag: true,
      part: { name: 'del', weight: 3 },
    });
  });

  test('may fill its limit exactly, and no more', async () => {
    expect((await withFile('x'.repeat(10_000))).status).toBe(201);
    const { status, body } = await withFile('x'.repeat(10_001));
    expect([status, body.code]).toEqual([413, 'too-large']);
  });

  test('far beyond the limit is refused by its length alone', async () => {
    const { status, body } = await withFile(Buffer.alloc(6_000_000));
    expect([status, body.code]).toEqual([413, 'too-large']);
  });

  test('may be empty: what it holds is for others to judge', async () => {
    expect((await withFile('')).body.file).toMatchObject({ size: 0 });
  });

  test('has a name without its folder, in one form of Unicode', async () => {
    const names = ['C:\\Users\\Kari\\bevis.pdf', '/home/kari/bevis.pdf', 'a\u030a.pdf'];
    const told = [];
    for (const name of names) told.push((await withFile('hei', name)).body.file.name);
    expect(told).toEqual(['bevis.pdf', 'bevis.pdf', 'å.pdf']);
  });
});

describe('what is wrong is named', () => {
  test.each([
    ['no file', () => form().field('line', 'x'), ['/file required']],
    ['a file that was not chosen', () => parts([notChosen, '']), ['/file required']],
    ['a file without a name', () => parts(['name="file"; filename=""', 'hei']), ['/file wrong-type']],
    ['a text by the name of the file', () => form().field('file', 'hei'), ['/file wrong-type']],
    ['both', () => withFile().field('file', 'hei'), ['/file wrong-type']],
    ['two files', () => withFile().attach('file', Buffer.from('to'), 'to.pdf'), ['/file too-many']],
    ['a file elsewhere', () => form().attach('line', Buffer.from('x'), 'x.pdf'), ['/line unknown-field']],
    ['an unknown field', () => withFile().field('other', 'x'), ['/other unknown-field']],
    ['a field twice', () => withFile().field('line', 'a').field('line', 'b'), ['/line wrong-type']],
    ['brackets', () => withFile().field('line[a]', 'x'), ['/line[a] unknown-field']],
    ['a list', () => withFile().field('line[]', 'x'), ['/line[] unknown-field']],
    ['__proto__', () => withFile().field('__proto__', 'x'), [' forbidden-name']],
    ['toString', () => withFile().field('toString', 'x'), [' forbidden-name']],
    ['a name that is too long', () => withFile().field('x'.repeat(101), 'x'), [' unknown-field']],
    ['a part without a name', () => parts(['', 'x']), ['/file required']],
    ['NUL', () => withFile().field('line', 'a\0b'), ['/line control-character']],
    ['a line of two', () => withFile().field('line', 'a\nb'), ['/line control-character']],
    ['an identity number', () => withFile().field('line', '13097248022'), ['/line identity-number']],
    ['no JSON', () => withFile().field('part', '{name}'), ['/part wrong-type']],
    [
      'other JSON',
      () => withFile().field('part', '[]').field('flag', '1'),
      ['/flag wrong-type', '/part wrong-type'],
    ],
    ['a wrong member', () => withFile().field('part', '{"name":""}'), ['/part/name blank']],
    ['a member unknown', () => withFile().field('part', '{"name":"x","y":1}'), ['/part/y unknown-field']],
    ['__proto__ inside', () => withFile().field('part', '{"__proto__":{}}'), ['/part forbidden-name']],
    ['NUL inside', () => withFile().field('part', '{"name":"\\u0000"}'), ['/part/name control-character']],
    ['too much text', () => withFile().field('line', 'x'.repeat(65_537)), ['/line too-long']],
    ['an identity number as its name', () => withFile('hei', '13097248022.pdf'), ['/file identity-number']],
    [
      'a line break in its name',
      () => parts(['name="file"; filename="a%0Ab.pdf"', 'hei']),
      ['/file control-character'],
    ],
    ['a name that turns', () => withFile('hei', 'a\u202efdp.exe'), ['/file control-character']],
    ['a name of 256', () => withFile('hei', `${'å'.repeat(252)}.pdf`), ['/file too-long']],
  ])('%s', async (_, send, wrong) => {
    expect(wrongFields(await send())).toEqual(wrong);
  });

  test('too many fields', async () => {
    const sent = Array.from({ length: 21 }, (_, i) => [`name="f${i}"`, 'x'] as const);
    expect(wrongFields(await parts(...sent))).toEqual([' too-many']);
  });
});

describe('what is no form with a file', () => {
  test.each([
    ['JSON', 'application/json', '{"file":"hei"}'],
    ['another form', 'application/x-www-form-urlencoded', 'file=hei'],
    ['the file alone', 'application/pdf', '%PDF-1.7'],
    ['another multipart', 'multipart/mixed; boundary=x', '--x--\r\n'],
  ])('%s', async (_, type, body) => {
    const answer = await form().set('Content-Type', type).send(body);
    expect(answer.status).toBe(415);
  });

  test('is told what belongs there', async () => {
    const { status, body } = await form().send({});
    expect([status, body.code]).toEqual([415, 'form-expected']);
  });

  test('a compressed one', async () => {
    const { status, body } = await withFile().set('Content-Encoding', 'gzip');
    expect([status, body.code]).toEqual([415, 'form-expected']);
  });

  test('nothing at all', async () => {
    expect(wrongFields(await form())).toEqual(['/file required']);
  });

  test.each([
    ['without a boundary', 'multipart/form-data', '--x--\r\n'],
    ['not begun', 'multipart/form-data; boundary=x', 'hei'],
    [
      'not ended',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="line"\r\n\r\nhei',
    ],
    [
      'not ended in the file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhei',
    ],
    ['with broken headers', 'multipart/form-data; boundary=x', '--x\r\n:::\r\n\r\nhei\r\n--x--\r\n'],
  ])('a form %s', async (_, type, body) => {
    const answer = await form().set('Content-Type', type).send(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed']);
  });

  test('a form where JSON belongs', async () => {
    const answer = await things.http().post('/things').field('nullable', 'x');
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });
});

describe('many at once', () => {
  test('are all answered, more than may be inside', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => withFile(`${i} ${'x'.repeat(5_000)}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(201));
    expect(new Set(answers.map(({ body }) => body.file.sha256)).size).toBe(30);
  });

  /** Ten who have begun to send a file, and send no more of it. */
  const begun = async (path: string): Promise<net.Socket[]> => {
    const head =
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n` +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhei';
    const port = await listening();
    const sockets = Array.from({ length: 10 }, () => net.connect(port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => new Promise((sent) => socket.write(head, sent))));
    return sockets;
  };

  test('and those who hang up leave room for the rest', async () => {
    const gone = await begun('/things/files');
    const waiting = withFile('etter');
    for (const socket of gone) socket.destroy();
    expect((await waiting).status).toBe(201);
  });

  test('and those who do not get done are hung up on, one after the other', async () => {
    const slow = await begun('/things/files/soon');
    const waiting = withFile('etter');
    await Promise.all(
      slow.map((socket) => new Promise((closed) => socket.on('error', closed).on('close', closed).resume())),
    );
    expect((await waiting).status).toBe(201);
  });
});

async function listening(): Promise<number> {
  const server = things.app.getHttpServer();
  if (!server.listening) await things.app.listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
