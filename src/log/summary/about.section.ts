import { html, type Markup } from './markup.js';
import { momentText, offsetText } from './moment.js';
import type { Register } from './register.js';

/** Where the summary comes from: what was signed, and for which moment it answers. */
export interface About {
  /** The name is used only where the log itself does not tell it. */
  readonly clinic: { readonly id: string; readonly name?: string };
  readonly origin: string;
  readonly size: bigint | number;
  /** Base64. */
  readonly root: string;
  /** The chosen moment, epoch milliseconds. */
  readonly at: number;
  readonly keyIds: readonly string[];
}

export const clinicName = ({ trace }: Register, { clinic }: About): string =>
  trace.clinicName ?? clinic.name ?? `virksomhet ${clinic.id}`;

/** What this is, how it is verified, and what it does not prove. */
export const aboutSection = (register: Register, about: About): Markup => html`<section aria-labelledby="om">
<h2 id="om">1 Om denne oversikten</h2>
<dl>
<dt>Virksomhet</dt><dd>${clinicName(register, about)}${organisation(register)}</dd>
<dt>Valgt tidspunkt</dt><dd>${momentText(about.at)} (norsk tid, ${offsetText(about.at)}). Alle klokkeslett er norsk tid.</dd>
<dt>Loggen</dt><dd>${String(about.size)} oppføringer${extent(register)}</dd>
<dt>Opphav</dt><dd><code>${about.origin}</code></dd>
<dt>Rot i sjekkpunktet</dt><dd><code>${about.root}</code></dd>
<dt>Signert med nøkkel</dt>${about.keyIds.map((id) => html`<dd><code>${id}</code></dd>`)}
</dl>
<h3>Slik kontrollerer du den</h3>
<p>Pakk ut hele pakken i en mappe og kjør <code>node verify.mjs</code> der (Node 20 eller nyere, uten nett). Programmet regner ut roten på nytt fra hver oppføring, kontrollerer signaturen og sier nummeret på den første oppføringen som ikke stemmer.</p>
<h3>Hva dette ikke beviser</h3>
<ul>
<li>Denne filen er en lesbar gjengivelse. Bevisene er <code>entries.ndjson</code> og <code>checkpoint</code>; er de i strid med filen, er det de som gjelder.</li>
<li>Pakken inneholder selv nøkkelen den er signert med. At det er virksomhetens nøkkel, må du få bekreftet på en annen måte, eller sammenligne med et sjekkpunkt du har fått før.</li>
<li>Oppføringer som kom etter det siste sjekkpunktet noen utenfor virksomheten har, kan være kuttet bort uten at det kan oppdages.</li>
<li>Loggen viser hva som ble ført, av hvem og når. Den viser ikke at det som ble ført, var riktig, eller at noe ble utført.</li>
</ul>
</section>
`;

const organisation = ({ trace }: Register): string =>
  trace.organisationNumber === null ? '' : `, organisasjonsnummer ${trace.organisationNumber}`;

const extent = ({ trace }: Register): string =>
  trace.firstAt === null || trace.lastAt === null
    ? ''
    : `, nr. 0 til ${trace.size - 1}, ført fra ${momentText(trace.firstAt)} til ${momentText(trace.lastAt)}`;
