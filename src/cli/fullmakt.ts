#!/usr/bin/env node
import { zipFiles } from '../log/bundle/zip.js';
import { verify } from './verify.js';

/** The command `fullmakt`: so far it verifies. */
async function run([command, ...args]: readonly string[]): Promise<number> {
  const name = 'fullmakt verify';
  const { exit, lines } = await verify(command === 'verify' ? args : ['--help'], { name, zip: zipFiles });
  for (const line of lines) (exit === 2 ? console.error : console.log)(line);
  return exit;
}

process.exitCode = await run(process.argv.slice(2));
