import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import type { DelegationView } from '../delegation/delegation.dto.js';
import { readableDelegation } from '../delegation/delegation.view.js';
import type { Language } from '../law/legal-bases.js';
import { readCheckpoint } from '../log/checkpoint.js';
import { readLogProof } from '../log/proof.js';
import type { PersonView } from '../people/people.dto.js';
import { peopleNamed } from '../people/people.view.js';
import type { By } from '../session/by.js';
import { letterOf } from './letter.document.js';
import type { LetterQuery } from './letter.dto.js';
import { type LetterFacts, momentOfTitles, type Named, type Receipt } from './letter.facts.js';
import { pdfOf } from './letter.pdf.js';

/** The name under which the receipt lies in the letter, whatever its language. */
const receiptName = 'kvittering.tlog-proof';

/** A delegation as a letter, for whoever may read the delegation. */
@Injectable()
export class LetterService {
  constructor(private readonly tenant: Tenant) {}

  async letter(id: string, { lang }: LetterQuery, by: By): Promise<Buffer> {
    const language = lang ?? by.language;
    const { facts, attachment } = await this.tenant.read(by, async (tx) => {
      const delegation = await readableDelegation(tx, id);
      const { receipt } = delegation;
      return {
        facts: await factsOf(tx, delegation, language),
        attachment: receipt === undefined ? null : { name: receiptName, text: receipt },
      };
    });
    return pdfOf(letterOf(facts, language), attachment);
  }
}

async function factsOf(tx: Tx, delegation: DelegationView, language: Language): Promise<LetterFacts> {
  const { delegator, delegatee, training, profession } = delegation;
  const at = tx.now;
  const titlesAt = momentOfTitles(delegation, at);
  const wanted = [delegator.id, delegatee.id, ...(training ? [training.supervisorId] : [])];
  const people = await peopleNamed(tx, wanted, titlesAt, language);
  const giver = people.get(delegator.id);
  return {
    at,
    clinic: await clinicOf(tx),
    delegation,
    delegator: named(giver, delegator.name),
    delegatee: named(people.get(delegatee.id), delegatee.name),
    professionHeld: giver !== undefined && holds(giver, profession, titlesAt),
    supervisor: training && named(people.get(training.supervisorId), ''),
    receipt: delegation.receipt === undefined ? null : receiptIn(delegation.receipt),
  };
}

const named = (person: PersonView | undefined, name: string): Named => ({
  name: person?.name ?? name,
  title: person?.titleOn.title ?? '',
});

const holds = ({ practiceRights }: PersonView, profession: string, at: number): boolean =>
  practiceRights.some(
    (right) =>
      right.profession === profession &&
      Date.parse(right.validFrom) <= at &&
      (right.validTo === null || at < Date.parse(right.validTo)),
  );

async function clinicOf(tx: Tx): Promise<LetterFacts['clinic']> {
  const row = await tx.one<LetterFacts['clinic']>(
    'select name, organisation_number "organisationNumber" from clinic where id = $1',
    [tx.clinicId],
  );
  if (!row) throw new Error('a clinic that somebody is signed in to is there');
  return row;
}

function receiptIn(proof: string): Receipt | null {
  const read = readLogProof(proof);
  if ('rejected' in read) return null;
  const { checkpoint: note, index } = read;
  const checkpoint = readCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
  if ('rejected' in checkpoint) return null;
  const { origin, size, root } = checkpoint;
  return { seq: Number(index), origin, size: Number(size), root: Buffer.from(root).toString('base64') };
}
