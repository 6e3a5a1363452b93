import { Injectable } from '@nestjs/common';
import { catalogueCompetences } from '../catalogue/competences.js';
import { Tenant } from '../database/tenant.js';
import type { Tx } from '../database/tx.js';
import { type Page, page } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Refused } from '../law/refused.js';
import type { By } from '../session/by.js';
import {
  AdoptCompetence,
  type ChangeCompetence,
  type CompetencesQuery,
  type CompetenceView,
  type CreateCompetence,
} from './competence.dto.js';

/** What somebody can be shown to master at this clinic. */
@Injectable()
export class CompetenceService {
  constructor(private readonly tenant: Tenant) {}

  list(query: CompetencesQuery, by: By): Promise<Page<CompetenceView>> {
    const [after] = query.after<[string]>(['uuid']) ?? [null];
    return this.tenant.read(by, async (tx) => {
      const found = await tx.rows<CompetenceView>(
        `select ${columns} from competence c where $1::uuid is null or c.id > $1 order by c.id limit $2`,
        [after, query.limit + 1],
      );
      return page(found, query.limit, ({ id }) => [id]);
    });
  }

  get(id: string, by: By): Promise<CompetenceView> {
    return this.tenant.read(by, (tx) => competenceView(tx, id));
  }

  create(command: CreateCompetence | AdoptCompetence, by: By): Promise<CompetenceView> {
    const attempt = { noun: 'competence', act: 'create', subjects: [], command };
    return this.tenant.act(by, attempt, async (tx) => {
      return insertCompetence(
        tx,
        command instanceof AdoptCompetence ? await adopted(tx, command) : own(command),
      );
    });
  }

  change(id: string, command: ChangeCompetence, version: number | '*', by: By): Promise<CompetenceView> {
    const attempt = { noun: 'competence', act: 'change', subjects: [id], command: { id, ...command } };
    return this.tenant.act(by, attempt, async (tx) => {
      const before = await competenceView(tx, id);
      if (version !== '*' && version !== before.version) throw new Problem('stale');
      const name = command.name ?? before.name;
      const validityMonths =
        command.validityMonths === undefined ? before.validityMonths : command.validityMonths;
      const renewal = command.renewal === undefined ? before.renewal : command.renewal;
      await tx.rows(
        'update competence set name = $2, validity_months = $3, renewal = $4, version = version + 1 where id = $1',
        [id, name, validityMonths, renewal],
      );
      tx.log('competence.changed', [id], { id, name, validityMonths, renewal });
      return competenceView(tx, id);
    });
  }
}

type New = Omit<CompetenceView, 'id' | 'version'>;

const own = ({ name, kind, levels, validityMonths, renewal }: CreateCompetence): New => ({
  name,
  kind,
  levels: levels ?? ['Bestått'],
  validityMonths: validityMonths ?? null,
  renewal: renewal ?? null,
  catalogueCode: null,
});

/** The catalogue's competence in bokmål, once in each clinic; from then on it is the clinic's to change. */
async function adopted(tx: Tx, { catalogueCode }: AdoptCompetence): Promise<New> {
  const national = catalogueCompetences.find(({ code }) => code === catalogueCode);
  if (!national) throw new Problem('not-found');
  const twin = await tx.one<{ id: string }>('select id from competence where catalogue_code = $1', [
    catalogueCode,
  ]);
  if (twin) throw new Refused([{ code: 'competence-exists', about: { competenceId: twin.id } }]);
  const { name, kind, levels, validityMonths, renewal } = national;
  const names = levels.map((level) => level.name.nb);
  return { name: name.nb, kind, levels: names, validityMonths, renewal: renewal.nb, catalogueCode };
}

async function insertCompetence(tx: Tx, competence: New): Promise<CompetenceView> {
  const id = tx.newId();
  const { name, kind, levels, validityMonths, renewal, catalogueCode } = competence;
  await tx.rows(
    `insert into competence (clinic_id, id, name, kind, levels, validity_months, renewal, catalogue_code, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.clinicId, id, name, kind, levels, validityMonths, renewal, catalogueCode, new Date(tx.now)],
  );
  const type = catalogueCode === null ? 'competence.created' : 'competence.adopted';
  tx.log(type, [id], { id, ...competence, levels: [...levels] });
  return competenceView(tx, id);
}

/** 404 for an unknown id or another clinic's. */
export async function competenceView(tx: Tx, id: string): Promise<CompetenceView> {
  const view = await tx.one<CompetenceView>(`select ${columns} from competence c where c.id = $1`, [id]);
  if (!view) throw new Problem('not-found');
  return view;
}

const columns = `c.id, c.name, c.kind, c.levels, c.validity_months "validityMonths", c.renewal,
  c.catalogue_code "catalogueCode", c.version`;
