// What is known without running anything: format and lint, types, dead code, beside each other. Each tells what it found as it ends.
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

/** The longest first. */
const checks = ['types:web', 'types:server', 'lint', 'dead'];

async function run(check) {
  const began = Date.now();
  const child = spawn('npm', ['run', '--silent', check], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [out, err, code] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended]);
  process.stdout.write(out);
  process.stderr.write(err);
  console.log(`${check}: ${code === 0 ? 'holds' : 'FAILS'} (${Math.round((Date.now() - began) / 1000)} s)`);
  return code === 0 ? [] : [check];
}

const failed = (await Promise.all(checks.map(run))).flat();
if (failed.length > 0) {
  console.error(`npm run check fails: ${failed.join(', ')}`);
  process.exitCode = 1;
}
