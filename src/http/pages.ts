import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { FirstPages } from './first-page.js';

/** Paths that answer programs; every other address belongs to the screens. */
const ofPrograms = /^\/(api|health|metrics|problems)(\/|$)/;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The screens as they were built: beside the product, or under dist where it runs from its sources. */
function builtPages(): string {
  const root = new URL('../../', import.meta.url);
  const underDist = fileURLToPath(new URL('dist/web', root));
  return existsSync(underDist) ? underDist : fileURLToPath(new URL('web', root));
}

/**
 * Serves the screens from the origin of the API. Only what was there at the start is served, by its whole name,
 * so that no path leads anywhere else. A page asked for by its address in the application is one made for the reader, or index.html.
 */
export function servePages(folder = builtPages()) {
  const files = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  const first = files.has('index.html') ? new FirstPages(folder) : null;
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const name = pageOrFile(req, files);
    if (name === null) next();
    else if (name !== 'index.html' || !(await sentFirst(first, req, res)))
      send(name, { folder, files }, req, res, next);
  };
}

const logger = new Logger('FirstPages');

/** Whether the reader got a page made for them. One that cannot be made is no reason to show none: the browser then makes it. */
async function sentFirst(first: FirstPages | null, req: Request, res: Response): Promise<boolean> {
  const made = await first?.of(req).catch((error: unknown) => void logger.warn(error));
  if (!made) return false;
  // It holds what this reader may see: nobody on the way keeps it.
  res.vary('Accept-Encoding, Cookie').set('Cache-Control', 'no-store');
  if ('goTo' in made) res.redirect(302, made.goTo);
  else await sendCompressed(made.page, req, res);
  return true;
}

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);
/** Quick, for it is made anew for each reader. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

async function sendCompressed(page: string, req: Request, res: Response): Promise<void> {
  const coding = req.acceptsEncodings(['br', 'gzip', 'identity']);
  res.type('html');
  if (coding === 'br') res.set('Content-Encoding', 'br').send(await inBrotli(page, quick));
  else if (coding === 'gzip') res.set('Content-Encoding', 'gzip').send(await inGzip(page));
  else res.send(page);
}

/** The file that answers, or null where something else must. */
function pageOrFile(req: Request, files: ReadonlySet<string>): string | null {
  if ((req.method !== 'GET' && req.method !== 'HEAD') || ofPrograms.test(req.path)) return null;
  const asked = req.path.slice(1);
  if (files.has(asked) && types[extname(asked)] !== undefined) return asked;
  const isNavigation = req.headers.accept !== undefined && req.accepts('html') !== false;
  return isNavigation && !asked.startsWith('assets/') ? 'index.html' : null;
}

function send(
  name: string,
  { folder, files }: { folder: string; files: ReadonlySet<string> },
  req: Request,
  res: Response,
  next: NextFunction,
): void {
  const accepted = req.acceptsEncodings();
  const encoding = encodings.find(([coding, end]) => accepted.includes(coding) && files.has(name + end));
  res.vary('Accept-Encoding').set({
    'Content-Type': types[extname(name)],
    // A name with a hash never gets another content; the page that names them is asked for anew.
    'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tagOf(join(folder, name)),
    ...(encoding && { 'Content-Encoding': encoding[0] }),
  });
  const options = { root: folder, cacheControl: false, lastModified: false };
  res.sendFile(name + (encoding?.[1] ?? ''), options, (error) => {
    if (error) next(error);
  });
}

const tags = new Map<string, string>();

/** Of the content: an older version that is put back has another one, whatever the clock says of its files. */
function tagOf(path: string): string {
  const tag = tags.get(path) ?? `W/"${createHash('sha256').update(readFileSync(path)).digest('base64url')}"`;
  tags.set(path, tag);
  return tag;
}
