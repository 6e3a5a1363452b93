import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * verify.mjs: the auditor's verifier in one file that needs nothing but Node 20, put into every bundle as it is.
 * Node 20 got `hash` of node:crypto with 20.12: before that, createHash does the same.
 */
const olderNode = {
  name: 'older-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
      importer.startsWith('crypto') ? { external: true } : { path: 'crypto', namespace: 'older-node' },
    );
    onLoad({ filter: /.*/, namespace: 'older-node' }, () => ({
      resolveDir: process.cwd(),
      contents: `
        import * as crypto from 'node:crypto';
        export * from 'node:crypto';
        const older = (algorithm, data, encoding) => {
          const made = crypto.createHash(algorithm).update(data);
          return encoding === 'buffer' ? made.digest() : made.digest(encoding ?? 'hex');
        };
        export const hash = crypto['hash'] ?? older;`,
    }));
  },
};

const outfile = 'dist/verify.mjs';
await build({
  entryPoints: ['dist/src/cli/verify-folder.js'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '// Fullmakt: node verify.mjs [--checkpoint FIL] [--vkey NØKKEL] [--lang nb|nn|en]' },
  plugins: [olderNode],
});
chmodSync('dist/src/cli/fullmakt.js', 0o755);
