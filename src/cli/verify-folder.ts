import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verify } from './verify.js';

/** What becomes verify.mjs: one file that lies in the bundle and checks the folder it lies in. */
const { exit, lines } = await verify(process.argv.slice(2), {
  name: 'node verify.mjs',
  here: dirname(fileURLToPath(import.meta.url)),
});
for (const line of lines) (exit === 2 ? console.error : console.log)(line);
process.exitCode = exit;
