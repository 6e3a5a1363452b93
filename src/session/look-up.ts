import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import { holdsIdentityNumber } from '../http/identity-number.js';
import { rememberSeen } from '../log/seen.js';
import type { By } from './by.js';

/**
 * What auditors look at is itself in the log, so that the clinic can see afterwards what an inspection rested on.
 * Written before the answer leaves: what cannot be written is not answered.
 */
@Injectable()
export class LookUps {
  constructor(private readonly tenant: Tenant) {}

  /** `status` is what the answer says: a look-up that found nothing, or was refused, was one all the same. */
  async record(by: By, status: number): Promise<void> {
    if (!by.lookUp) return;
    const { operation } = by.lookUp;
    const params = screened(by.lookUp.params);
    // What could not be read may hold anything, and nothing was looked up by it.
    const query = status === 400 ? {} : screened(by.lookUp.query);
    const attempt = { noun: 'auditor', act: 'look-up', subjects: [], command: { operation } };
    await this.tenant.act(by, attempt, async (tx) => {
      tx.log('auditor.looked-up', idsIn(params, query), { operation, status, params, query });
      if (by.lookUp?.given && status < 400) await rememberSeen(tx, by.lookUp.given);
    });
  }
}

type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** Anybody can write an address, and the log can hold no national identity number: such a value is left out. */
function screened(values: object): Values {
  const kept: Record<string, string | readonly string[] | null> = {};
  for (const [name, value] of Object.entries(values)) {
    const texts = [value].flat().map((text) => String(text).toWellFormed());
    if (holdsIdentityNumber(name)) continue;
    if (texts.some(holdsIdentityNumber)) kept[name.toWellFormed()] = null;
    else kept[name.toWellFormed()] = Array.isArray(value) ? texts : (texts[0] ?? null);
  }
  return kept;
}

const anyId = /(?<![0-9a-z-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z-])/g;

const idsIn = (...parts: readonly Values[]): string[] => {
  const texts = parts.flatMap((part) => Object.values(part)).flat();
  return [...new Set(texts.flatMap((text) => text?.toLowerCase().match(anyId) ?? []))];
};
