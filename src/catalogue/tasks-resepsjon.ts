import { type Text, text } from '../law/legal-bases.js';
import type { CatalogueTask, LegalNote } from './catalogue.types.js';
import { mayDelegate, mayNotDelegate } from './entitlements.js';
import { internalControl, recordIt, routines, secrecy, seekHelp } from './legal-notes.js';
import { delta, says } from './sources.js';

/** The bokmål name is the document's own line, word for word. */
const task = (code: string, name: Text, legalNotes: readonly LegalNote[] = [secrecy]): CatalogueTask => ({
  code: `resepsjon-${code}`,
  area: 'resepsjon',
  name,
  source: says(delta, name.nb),
  entitlements: [...mayDelegate('HE'), ...mayNotDelegate('X-MS')],
  reservedTo: null,
  contested: null,
  legalNotes,
});

/** Reception: administrative work, which a medisinsk sekretær holds, too; only the authorised may leave it to others. */
export const receptionTasks: readonly CatalogueTask[] = [
  task('it', text('IT', 'IT', 'IT'), [secrecy, routines]),
  task(
    'innkalling-og-mottak',
    text(
      'Innkalling og mottak av pasienter',
      'Innkalling og mottak av pasientar',
      'Calling in and receiving patients',
    ),
  ),
  task('telefonhenvendelser', text('Telefonhenvendelser', 'Telefonførespurnader', 'Telephone enquiries'), [
    secrecy,
    seekHelp,
  ]),
  task('digitale-meldinger', text('Digitale meldinger', 'Digitale meldingar', 'Digital messages'), [
    secrecy,
    seekHelp,
  ]),
  task(
    'blanketter-og-rekvisisjoner',
    text(
      'Utfylling av blanketter og rekvisisjoner',
      'Utfylling av blankettar og rekvisisjonar',
      'Filling in forms and requisitions',
    ),
  ),
  task(
    'dokumentasjon-og-registrering',
    text('Dokumentasjon og registrering', 'Dokumentasjon og registrering', 'Documentation and registration'),
    [recordIt, secrecy],
  ),
  task('pasientregnskap', text('Pasientregnskap', 'Pasientrekneskap', 'Patient accounts')),
  task(
    'oppgjoer-paa-betalingsterminal',
    text('Oppgjør på betalingsterminal', 'Oppgjer på betalingsterminal', 'Settling the payment terminal'),
    [routines],
  ),
  task('regnskap', text('Regnskap', 'Rekneskap', 'Accounts'), [routines]),
  task(
    'post',
    text('Sortere og ekspedere post', 'Sortere og ekspedere post', 'Sorting and dispatching mail'),
  ),
  task(
    'bestille-kontormateriell',
    text('Bestille kontormateriell', 'Bestille kontormateriell', 'Ordering office supplies'),
    [routines],
  ),
  task('arkivering', text('Arkivering', 'Arkivering', 'Filing')),
  task('scanning', text('Scanning', 'Skanning', 'Scanning')),
  task(
    'kontroll-og-oppfoelging',
    text('Diverse kontroll og oppfølging', 'Diverse kontroll og oppfølging', 'Various checks and follow-up'),
    [secrecy, internalControl],
  ),
  task(
    'bestille-pasientreiser',
    text('Bestille Pasientreiser', 'Bestille pasientreiser', 'Ordering patient transport'),
  ),
  task(
    'bestille-tolketjeneste',
    text('Bestille tolketjeneste', 'Bestille tolketeneste', 'Ordering interpreting services'),
  ),
  task('bestille-ambulanse', text('Bestille ambulanse', 'Bestille ambulanse', 'Ordering an ambulance'), [
    secrecy,
    seekHelp,
  ]),
];
