import { text } from '../law/legal-bases.js';
import { area, codesOf } from './areas.js';
import type { RoleDescriptionTemplate } from './catalogue.types.js';
import { helping } from './obligations.js';
import { example } from './sources.js';
import { receptionTasks } from './tasks-resepsjon.js';

/** Reception without an authorisation: the name of the authorised occupation stands nowhere here (helsepersonelloven § 74). */
export const medisinskSekretaerTemplate: RoleDescriptionTemplate = {
  code: 'medisinsk-sekretaer',
  version: 1,
  occupation: 'X-MS',
  name: text('Medisinsk sekretær', 'Medisinsk sekretær', 'Medical secretary'),
  source: example,
  areas: [
    area('resepsjon', codesOf(receptionTasks)),
    area('generelt', ['generelt-skrive-pasientjournaler', 'generelt-rapportering-og-administrasjon']),
  ],
  afterDelegation: [],
  obligations: [
    {
      text: text(
        'Medisinsk sekretær er ikke autorisert og bruker ingen beskyttet tittel.',
        'Medisinsk sekretær er ikkje autorisert og bruker ingen verna tittel.',
        'A medical secretary is not authorised and uses no protected title.',
      ),
      legalBases: ['hpl-48', 'hpl-74'],
      source: example,
    },
    ...helping,
  ],
  readings: [],
  specialities: [],
};
