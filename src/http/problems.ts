import { fileProblems } from './file-problems.js';
import type { ProblemKind } from './problem-kind.js';

/** What can go wrong with a request besides a refusal by rule: a stable code, its status, why, and how to mend it. */
export const problems = {
  malformed: {
    status: 400,
    title: {
      nb: 'Forespørselen kan ikke leses',
      nn: 'Førespurnaden kan ikkje lesast',
      en: 'The request cannot be read',
    },
    detail: {
      nb: 'Innholdet er ikke gyldig JSON eller et helt skjema med fil, eller adressen er feil kodet. Rett det og send på nytt.',
      nn: 'Innhaldet er ikkje gyldig JSON eller eit heilt skjema med fil, eller adressa er feil koda. Rett det og send på nytt.',
      en: 'The content is not valid JSON or a whole form with a file, or the address is wrongly encoded. Correct it and send it again.',
    },
  },
  invalid: {
    status: 400,
    title: { nb: 'Noe må rettes', nn: 'Noko må rettast', en: 'Something must be corrected' },
    detail: {
      nb: 'Ett eller flere felt har verdier som ikke kan brukes. Hvert av dem er nevnt under «errors».',
      nn: 'Eitt eller fleire felt har verdiar som ikkje kan brukast. Kvart av dei er nemnt under «errors».',
      en: 'One or more fields have values that cannot be used. Each of them is named under “errors”.',
    },
  },
  unauthenticated: {
    status: 401,
    title: { nb: 'Ikke logget inn', nn: 'Ikkje logga inn', en: 'Not signed in' },
    detail: {
      nb: 'Økten er utløpt, eller forespørselen mangler innlogging. Logg inn og prøv igjen.',
      nn: 'Økta har gått ut, eller førespurnaden manglar innlogging. Logg inn og prøv igjen.',
      en: 'The session has expired, or the request carries no sign-in. Sign in and try again.',
    },
  },
  'sign-in-failed': {
    status: 401,
    title: { nb: 'Innloggingen mislyktes', nn: 'Innlogginga mislukkast', en: 'The sign-in failed' },
    detail: {
      nb: 'E-postadressen og passordet hører ikke sammen. Se over begge og prøv igjen.',
      nn: 'E-postadressa og passordet høyrer ikkje saman. Sjå over begge og prøv igjen.',
      en: 'The e-mail address and the password do not belong together. Check both and try again.',
    },
  },
  forbidden: {
    status: 403,
    title: {
      nb: 'Rollen din gir ikke tilgang',
      nn: 'Rolla di gir ikkje tilgang',
      en: 'Your role gives no access',
    },
    detail: {
      nb: 'Ingen av rollene dine i denne virksomheten kan gjøre dette. Be en administrator om rollen du trenger.',
      nn: 'Ingen av rollene dine i denne verksemda kan gjere dette. Be ein administrator om rolla du treng.',
      en: 'None of your roles at this clinic can do this. Ask an administrator for the role you need.',
    },
  },
  'cross-origin': {
    status: 403,
    title: {
      nb: 'Kommer fra et annet nettsted',
      nn: 'Kjem frå ein annan nettstad',
      en: 'Comes from another site',
    },
    detail: {
      nb: 'En innlogget nettleser kan bare gjøre endringer fra våre egne sider. Gå til tjenesten og gjør det der, eller bruk et API-token.',
      nn: 'Ein innlogga nettlesar kan berre gjere endringar frå våre eigne sider. Gå til tenesta og gjer det der, eller bruk eit API-token.',
      en: 'A signed-in browser can make changes from our own pages only. Go to the service and do it there, or use an API token.',
    },
  },
  'no-person': {
    status: 403,
    title: {
      nb: 'Innloggingen er ikke knyttet til en person',
      nn: 'Innlogginga er ikkje knytt til ein person',
      en: 'The sign-in belongs to no person',
    },
    detail: {
      nb: 'Dette kan bare gjøres av en person i virksomheten, og innloggingen din er ikke knyttet til noen. Be en administrator om å knytte den til deg.',
      nn: 'Dette kan berre gjerast av ein person i verksemda, og innlogginga di er ikkje knytt til nokon. Be ein administrator om å knyte henne til deg.',
      en: 'Only a person at the clinic can do this, and your sign-in is not tied to one. Ask an administrator to tie it to you.',
    },
  },
  'not-found': {
    status: 404,
    title: { nb: 'Finnes ikke', nn: 'Finst ikkje', en: 'Not found' },
    detail: {
      nb: 'Det finnes ikke noe slikt i virksomheten du er logget inn i. Se over adressen og hvilken virksomhet som er valgt.',
      nn: 'Det finst ikkje noko slikt i verksemda du er logga inn i. Sjå over adressa og kva verksemd som er vald.',
      en: 'There is no such thing at the clinic you are signed in to. Check the address and which clinic is chosen.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { nb: 'Kan ikke gjøres slik', nn: 'Kan ikkje gjerast slik', en: 'Cannot be done this way' },
    detail: {
      nb: 'Adressen finnes, men tar ikke imot denne metoden. Se i API-dokumentasjonen hvilke metoder den har.',
      nn: 'Adressa finst, men tek ikkje imot denne metoden. Sjå i API-dokumentasjonen kva metodar ho har.',
      en: 'The address exists but does not take this method. See in the API documentation which methods it has.',
    },
  },
  'account-exists': {
    status: 409,
    title: {
      nb: 'E-postadressen er i bruk',
      nn: 'E-postadressa er i bruk',
      en: 'The e-mail address is in use',
    },
    detail: {
      nb: 'Det finnes alt en konto med denne e-postadressen. Logg inn med den, eller bruk en annen adresse.',
      nn: 'Det finst alt ein konto med denne e-postadressa. Logg inn med han, eller bruk ei anna adresse.',
      en: 'There is already an account with this e-mail address. Sign in with it, or use another address.',
    },
  },
  'member-exists': {
    status: 409,
    title: { nb: 'Er medlem fra før', nn: 'Er medlem frå før', en: 'Already a member' },
    detail: {
      nb: 'Kontoen har alt tilgang til virksomheten. Endre rollene dens i stedet.',
      nn: 'Kontoen har alt tilgang til verksemda. Endre rollene hans i staden.',
      en: 'The account already has access to the clinic. Change its roles instead.',
    },
  },
  'last-administrator': {
    status: 409,
    title: { nb: 'Den siste administratoren', nn: 'Den siste administratoren', en: 'The last administrator' },
    detail: {
      nb: 'Virksomheten må ha minst én administrator. Gi en annen rollen først.',
      nn: 'Verksemda må ha minst éin administrator. Gi ein annan rolla først.',
      en: 'The clinic must have at least one administrator. Give somebody else the role first.',
    },
  },
  'invitation-not-open': {
    status: 409,
    title: {
      nb: 'Invitasjonen gjelder ikke',
      nn: 'Invitasjonen gjeld ikkje',
      en: 'The invitation is not open',
    },
    detail: {
      nb: 'Invitasjonen er brukt, utløpt eller ukjent. Be administratoren om en ny.',
      nn: 'Invitasjonen er brukt, har gått ut eller er ukjend. Be administratoren om ein ny.',
      en: 'The invitation has been used, has expired or is unknown. Ask the administrator for a new one.',
    },
  },
  'payload-erased': {
    status: 409,
    title: { nb: 'Innholdet er slettet', nn: 'Innhaldet er sletta', en: 'The content has been erased' },
    detail: {
      nb: 'Innholdet i denne oppføringen er slettet. Selve oppføringen står i loggen, som også sier hvem som slettet innholdet og hvorfor.',
      nn: 'Innhaldet i denne oppføringa er sletta. Sjølve oppføringa står i loggen, som òg seier kven som sletta innhaldet og kvifor.',
      en: 'The content of this entry has been erased. The entry itself stands in the log, which also says who erased the content and why.',
    },
  },
  'no-clinic-chosen': {
    status: 409,
    title: { nb: 'Ingen virksomhet er valgt', nn: 'Inga verksemd er vald', en: 'No clinic is chosen' },
    detail: {
      nb: 'Innloggingen har ingen aktiv virksomhet. Velg en av dem du hører til, og prøv igjen.',
      nn: 'Innlogginga har inga aktiv verksemd. Vel ei av dei du høyrer til, og prøv igjen.',
      en: 'The session has no active clinic. Choose one of those you belong to and try again.',
    },
  },
  stale: {
    status: 412,
    title: { nb: 'Endret i mellomtiden', nn: 'Endra i mellomtida', en: 'Changed in the meantime' },
    detail: {
      nb: 'Andre har endret dette etter at du hentet det. Hent det på nytt og se om endringen din fortsatt passer.',
      nn: 'Andre har endra dette etter at du henta det. Hent det på nytt og sjå om endringa di framleis passar.',
      en: 'Somebody changed this after you read it. Read it again and see whether your change still fits.',
    },
  },
  'too-large': {
    status: 413,
    title: { nb: 'For stort', nn: 'For stort', en: 'Too large' },
    detail: {
      nb: 'Innholdet er større enn tjenesten tar imot. Del det opp i mindre deler.',
      nn: 'Innhaldet er større enn tenesta tek imot. Del det opp i mindre delar.',
      en: 'The content is larger than the service accepts. Split it into smaller parts.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { nb: 'Ukjent format', nn: 'Ukjent format', en: 'Unknown format' },
    detail: {
      nb: 'Innholdet må være JSON i UTF-8, sendt som «application/json».',
      nn: 'Innhaldet må vere JSON i UTF-8, sendt som «application/json».',
      en: 'The content must be JSON in UTF-8, sent as “application/json”.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      nb: 'Nøkkelen er brukt til noe annet',
      nn: 'Nøkkelen er brukt til noko anna',
      en: 'The key was used for something else',
    },
    detail: {
      nb: 'Idempotency-Key er alt brukt med et annet innhold. Lag en ny nøkkel for hver ny forespørsel.',
      nn: 'Idempotency-Key er alt brukt med eit anna innhald. Lag ein ny nøkkel for kvar ny førespurnad.',
      en: 'The Idempotency-Key was already used with another content. Make a new key for each new request.',
    },
  },
  'precondition-required': {
    status: 428,
    title: { nb: 'If-Match mangler', nn: 'If-Match manglar', en: 'If-Match is missing' },
    detail: {
      nb: 'En endring må si hvilken utgave den bygger på. Hent det som skal endres, og send ETag-verdien derfra som If-Match.',
      nn: 'Ei endring må seie kva utgåve ho byggjer på. Hent det som skal endrast, og send ETag-verdien derifrå som If-Match.',
      en: 'A change must say which version it builds on. Read what is to be changed and send its ETag as If-Match.',
    },
  },
  'too-many-requests': {
    status: 429,
    retryAfter: 60,
    title: { nb: 'For mange forsøk', nn: 'For mange forsøk', en: 'Too many attempts' },
    detail: {
      nb: 'Det er gjort for mange forsøk på kort tid. Vent så lenge Retry-After sier, og prøv igjen.',
      nn: 'Det er gjort for mange forsøk på kort tid. Vent så lenge Retry-After seier, og prøv igjen.',
      en: 'Too many attempts were made in a short time. Wait as long as Retry-After says and try again.',
    },
  },
  internal: {
    status: 500,
    title: {
      nb: 'Noe gikk galt hos oss',
      nn: 'Noko gjekk gale hos oss',
      en: 'Something went wrong on our side',
    },
    detail: {
      nb: 'Feilen er vår, og den er loggført. Ingenting er endret. Prøv igjen, og si fra hvis det gjentar seg.',
      nn: 'Feilen er vår, og han er loggførd. Ingenting er endra. Prøv igjen, og sei frå dersom det tek seg opp att.',
      en: 'The error is ours, and it has been recorded. Nothing was changed. Try again, and tell us if it happens again.',
    },
  },
  'database-unavailable': {
    status: 503,
    retryAfter: 5,
    title: {
      nb: 'Ikke tilgjengelig akkurat nå',
      nn: 'Ikkje tilgjengeleg akkurat no',
      en: 'Not available right now',
    },
    detail: {
      nb: 'Databasen svarer ikke eller er for travel. Vent litt og prøv igjen.',
      nn: 'Databasen svarer ikkje eller er for travel. Vent litt og prøv igjen.',
      en: 'The database does not answer or is too busy. Wait a little and try again.',
    },
  },
  ...fileProblems,
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;
