import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

/** The screens, into dist/web: with hashed names, and compressed once here instead of at every request. */
const folder = 'dist/web';
const stamp = join('dist', '.web-built-from');

const filesIn = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

/** What the built files are made of; the same again is not built again. */
function sources() {
  const hash = createHash('sha256');
  for (const path of [...filesIn('web'), 'package-lock.json', 'scripts/build-web.js'])
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function compress(path) {
  const content = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

const from = sources();
if (!existsSync(stamp) || !existsSync(join(folder, 'index.html')) || readFileSync(stamp, 'utf8') !== from) {
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' });
  await build({ configFile: 'web/vite.server.config.ts', logLevel: 'warn' });
  for (const path of filesIn(folder)) if (/\.(css|html|js|json|svg|webmanifest)$/.test(path)) compress(path);
  writeFileSync(stamp, from);
}
