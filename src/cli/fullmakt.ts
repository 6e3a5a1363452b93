#!/usr/bin/env node
import { zipAt } from '../log/bundle/zip-file.js';
import { newKeyLine } from '../log/signing-key.js';
import { verify } from './verify.js';

/**
 * The command `fullmakt`: `verify` a bundle or a proof, or with `--state` the database against its own logs;
 * `key` for a new line of the key file, to be put above those that are there.
 */
async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'verify' && args.includes('--state')) {
    const { verifyState } = await import('./verify-state.js');
    return verifyState(
      args.filter((arg) => arg !== '--state'),
      process.env,
    );
  }
  if (command === 'key' && args.length === 0) {
    console.log(newKeyLine());
    return 0;
  }
  const named = command === 'verify' ? args : ['--help'];
  const { exit, lines } = await verify(named, { name: 'fullmakt verify', zip: zipAt });
  for (const line of lines) (exit === 2 ? console.error : console.log)(line);
  if (exit === 2) console.error(others);
  return exit;
}

const others = `Også: fullmakt verify --state [--clinic ID]   databasen mot sine egne logger
      fullmakt key                           en ny nøkkel til nøkkelfilen`;

process.exitCode = await run(process.argv.slice(2));
