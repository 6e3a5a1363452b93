import { readFileSync } from 'node:fs';
import request from 'supertest';
import { startApp, type TestApp } from '../support/app.js';

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const manifest = JSON.parse(readFileSync('dist/web/manifest.json', 'utf8')) as Record<string, Built>;
const entry = manifest['index.html'] as Built;

describe('the screens are served beside the API', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startApp();
  });
  afterAll(() => testApp?.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    request(testApp.app.getHttpServer()).get(path).set(headers);
  const page = (path: string) => get(path, { Accept: 'text/html,*/*;q=0.8' });

  it.each([
    ['/', 'no-store'],
    ['/me/responsibilities', 'no-store'],
    ['/nothing-here', 'no-store'],
    ['/clinics/new', 'no-cache'],
  ])('answers a browser at %s', async (path, kept) => {
    const { status, headers, text } = await page(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      kept,
    ]);
    expect(text).toContain('<div id="root">');
    expect(headers.vary).toContain('Accept-Encoding');
  });

  it.each(['/api/v1/nothing', '/api/nothing', '/health/nothing', '/problems/nothing', '/assets/nothing.js'])(
    'answers nobody with a page at %s',
    async (path) => {
      const { status, headers } = await page(path);
      expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    },
  );

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fverify.mjs',
    '/manifest.json',
    '/licenses.md',
  ])('gives nothing that is not a part of the screens: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('lets nothing inline run and nothing come from elsewhere', async () => {
    const { headers, text } = await page('/clinics/new');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none';.*;script-src 'self';.*;style-src 'self';/);
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]* src="\/)|<style|style="|\son\w+="|https?:/);
    expect((await get('/api/docs')).headers['content-security-policy']).toContain(
      "style-src 'self' 'unsafe-inline'",
    );
  });

  it.each(['br', 'gzip'])(
    'sends what was compressed beforehand as %s, and lets it be kept for a year',
    async (coding) => {
      const path = `/${entry.file}`;
      const { headers, text } = await get(path, { 'Accept-Encoding': coding }).buffer();
      expect([headers['content-type'], headers['cache-control'], headers['content-encoding']]).toEqual([
        'text/javascript; charset=utf-8',
        'public, max-age=31536000, immutable',
        coding,
      ]);
      // The client has decompressed it.
      expect(text).toBe(readFileSync(`dist/web${path}`, 'utf8'));
    },
  );

  it('sends it as it is to those who take it in no other way', async () => {
    const { headers, text } = await get(`/${entry.file}`, { 'Accept-Encoding': 'identity' }).buffer();
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toBe(readFileSync(`dist/web/${entry.file}`, 'utf8'));
  });

  it('is not sent again when it has not changed', async () => {
    const { headers } = await page('/clinics/new');
    expect((await page('/clinics/new').set('If-None-Match', headers.etag ?? '')).status).toBe(304);
  });
});

describe('the scripts of "Mine oppgaver"', () => {
  /** A chunk with all it asks for before it runs. */
  const needed = (key: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return seen;
    seen.add(key);
    for (const next of chunk.imports ?? []) needed(next, seen);
    return seen;
  };

  it('are less than 200 kB compressed, the texts included', () => {
    const keys = new Set(
      ['index.html', 'routes/responsibilities/MyResponsibilities.tsx', 'texts/nb.ts'].flatMap((key) => [
        ...needed(key),
      ]),
    );
    const size = [...keys].reduce(
      (sum, key) => sum + readFileSync(`dist/web/${manifest[key]?.file}.gz`).length,
      0,
    );
    expect(keys.size).toBeGreaterThan(3);
    expect(size).toBeLessThan(200_000);
  });
});
