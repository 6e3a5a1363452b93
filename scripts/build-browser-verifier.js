import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * verifier.js: the auditor's verifier as a worker of the screens, served at that address. It is verify.mjs but for the one file
 * that knows where it runs. To be built after the screens, which empty their folder.
 */
const inBrowser = {
  name: 'in-browser',
  setup({ onResolve }) {
    onResolve({ filter: /\/platform\.js$/ }, () => ({
      path: fileURLToPath(new URL('../dist/src/log/browser/platform.js', import.meta.url)),
    }));
  },
};

const outfile = 'dist/web/verifier.js';
mkdirSync('dist/web', { recursive: true });
await build({
  entryPoints: ['dist/src/log/browser/worker.js'],
  outfile,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: ['chrome111', 'firefox114', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'eof',
  plugins: [inBrowser],
});
const content = readFileSync(outfile);
writeFileSync(`${outfile}.br`, brotliCompressSync(content));
writeFileSync(`${outfile}.gz`, gzipSync(content, { level: 9 }));
