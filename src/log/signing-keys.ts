import { createPublicKey } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config, ConfigError } from '../config.js';
import { codeOf } from '../database/start-error.js';
import { type NoteKey, noteKey, type Signer, vkeyOf } from './note.js';
import { signerOf } from './signer.js';
import { type KeyRing, KeyRingError, newKeyLine, readKeyRing } from './signing-key.js';
import type { Rejected } from './text.js';
import type { Hash } from './tree.js';

/** A log at the size at which it was signed. */
export interface SignedLog {
  readonly size: number;
  readonly root: Hash;
}

/** The keys that sign the logs of all clinics. They are in memory and in their file, never in the database or in a log. */
@Injectable()
export class SigningKeys {
  /** By clinic, what this process has signed itself and seen committed: whatever the database says later, that is extended. */
  private readonly signed = new Map<string, SignedLog>();
  private readonly ring: KeyRing;
  private readonly host: string;
  private readonly logger = new Logger('log');

  constructor(config: Config) {
    this.ring = ringOf(config);
    this.host = new URL(config.publicUrl).host;
  }

  /** What a new log is called; it keeps the name also when the product moves to another host. */
  originOf(clinicId: string): string {
    return `${this.host}/log/${clinicId}`;
  }

  /** Every private key signs, so that whoever knows the earlier one can still verify while keys are changed. */
  signersOf(origin: string): Signer[] {
    return this.ring.signing.map((key) => sound(signerOf(origin, key)));
  }

  /** All that have signed for this log, under its name; the newest first. */
  keysOf(origin: string): NoteKey[] {
    const { signing, earlier } = this.ring;
    return [...signing.map((key) => createPublicKey(key)), ...earlier].map((key) =>
      sound(noteKey(origin, key)),
    );
  }

  vkeysOf(origin: string): string[] {
    return this.keysOf(origin).map(vkeyOf);
  }

  lastSigned(clinicId: string): SignedLog | undefined {
    return this.signed.get(clinicId);
  }

  /** Only what is committed: what was taken back has left nobody's hands, and another of its size may be signed. */
  keep(clinicId: string, log: SignedLog): void {
    if (log.size > (this.signed.get(clinicId)?.size ?? 0)) this.signed.set(clinicId, log);
  }

  /** Somebody must look at this log: no checkpoint of it is signed until it extends the last one again. */
  refuse(origin: string, why: string): void {
    this.logger.error(`No checkpoint of ${origin} is signed: it would not extend the last one (${why}).`);
  }
}

const sound = <Made>(made: Made | Rejected<string>): Made => {
  if (typeof made === 'object' && made !== null && 'rejected' in made)
    throw new Error(`a key cannot be used: ${made.rejected}`);
  return made as Made;
};

function ringOf({ logSigningKey, logSigningKeyFile }: Config): KeyRing {
  const from = logSigningKey ? 'LOG_SIGNING_KEY' : `The key file ${logSigningKeyFile}`;
  try {
    return readKeyRing(logSigningKey ?? keyFile(logSigningKeyFile));
  } catch (error) {
    const why = error instanceof KeyRingError ? error.message : `it cannot be read (${codeOf(error)})`;
    throw new ConfigError(`${from} cannot be used: ${why}.`);
  }
}

/**
 * Made at the first start, readable by its owner alone. It gets its name when it is whole, so that nobody finds an empty one;
 * of two processes that make one, both go on with the first.
 */
function keyFile(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const unnamed = `${path}.${process.pid}`;
    writeFileSync(unnamed, `${newKeyLine()}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(unnamed, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      unlinkSync(unnamed);
    }
  }
  return readFileSync(path, 'utf8');
}
