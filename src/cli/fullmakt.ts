#!/usr/bin/env node
import { zipFiles } from '../log/bundle/zip.js';
import { verify } from './verify.js';

/** The command `fullmakt`: `verify` a bundle or a proof, or with `--state` the database against its own logs. */
async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'verify' && args.includes('--state')) {
    const { verifyState } = await import('./verify-state.js');
    const others = args.filter((arg) => arg !== '--state');
    return verifyState(others, process.env);
  }
  const name = 'fullmakt verify';
  const { exit, lines } = await verify(command === 'verify' ? args : ['--help'], { name, zip: zipFiles });
  for (const line of lines) (exit === 2 ? console.error : console.log)(line);
  return exit;
}

process.exitCode = await run(process.argv.slice(2));
