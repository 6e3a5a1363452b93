import { Injectable } from '@nestjs/common';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { lapse } from '../delegation/lapse.js';
import { instantOf } from '../http/instant.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import type { ChangePerson, PeopleQuery, PersonQuery, PersonView, RegisterPerson } from './people.dto.js';
import { peopleAfter, personView } from './people.view.js';

@Injectable()
export class PeopleService {
  constructor(private readonly tenant: Tenant) {}

  list(query: PeopleQuery, by: By): Promise<Page<PersonView>> {
    return this.tenant.read(by, async (tx) => {
      const after = query.after<[string, string]>(['string', 'uuid']);
      const at = query.at ? instantOf(query.at) : tx.now;
      const people = await peopleAfter(
        tx,
        { named: query.q ?? null, occupation: query.occupation ?? null, after, limit: query.limit + 1 },
        at,
      );
      return page(people, query.limit, ({ name, id }) => [name, id]);
    });
  }

  get(id: string, query: PersonQuery, by: By): Promise<PersonView> {
    return this.tenant.read(by, (tx) => personView(tx, id, query.at ? instantOf(query.at) : tx.now));
  }

  register(command: RegisterPerson, by: By): Promise<PersonView> {
    const attempt = { noun: 'person', act: 'register', subjects: [], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const id = tx.newId();
      await refuseTwin(tx, id, command.hprNumber ?? null);
      await tx.rows(
        `insert into person (clinic_id, id, name, email, hpr_number, birth_date, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          tx.clinicId,
          id,
          command.name,
          command.email,
          command.hprNumber,
          command.birthDate,
          new Date(tx.now),
        ],
      );
      tx.log('person.registered', [id], { personId: id, ...command });
      return personView(tx, id, tx.now);
    });
  }

  /** A birth date may take a right away (hpl-54), so what no longer stands lapses with the change. */
  change(id: string, command: ChangePerson, version: number | '*', by: By): Promise<PersonView> {
    const attempt = { noun: 'person', act: 'change', subjects: [id], command };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await personView(tx, id, tx.now);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const after = { ...before, ...command };
      await refuseTwin(tx, id, after.hprNumber ?? null);
      await tx.rows(
        `update person set name = $2, email = $3, hpr_number = $4, birth_date = $5, version = version + 1 where id = $1`,
        [id, after.name, after.email, after.hprNumber, after.birthDate],
      );
      tx.log('person.changed', [id], { personId: id, ...command });
      await lapse(tx, { personId: id }, 'birth-date');
      return personView(tx, id, tx.now);
    });
  }
}

/** One HPR number is one person, however often it is replaced. */
async function refuseTwin(tx: Tx, id: string, hprNumber: number | null): Promise<void> {
  if (hprNumber === null) return;
  const twin = await tx.one<{ id: string }>('select id from person where hpr_number = $1 and id <> $2', [
    hprNumber,
    id,
  ]);
  if (twin) throw new Refused([{ code: 'person-exists', about: { personId: twin.id } }]);
}
