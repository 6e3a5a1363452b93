import { describe, expect, it } from '@jest/globals';
import { catalogueTask } from '../../src/catalogue/catalogue.js';
import type { Source } from '../../src/catalogue/catalogue.types.js';
import { catalogueCompetences } from '../../src/catalogue/competences.js';
import { taskCompetences } from '../../src/catalogue/task-competences.js';
import { competenceKinds } from '../../src/competence/competence.rules.js';
import { languages, legalBases, type Text } from '../../src/law/legal-bases.js';

/** Copied from the documents by hand, apart from the code that is tested: a slip in either shows. */
const documents: Readonly<Record<string, string>> = {
  'Stillingsbeskrivelse for helsesekretær i primærhelsetjenesten': `Telefonhenvendelser
Dokumentasjon og registrering
Pasientregnskap
Blodprøvetaking
Sentrifugere og avpipettere blodprøver
Analysere lokale prøver
Analysere urin og fæces
Ansvar for vedlikehold av medisinsk utstyr (kalibrering, kontroller og lignende)
Forsendelse av prøver
Renhold og dekontaminering
Kvalitetssikring/Noklus
Førstehjelp
Sette injeksjoner
Sårskift
EKG
BT, puls, temperatur
Ankel-arm-indeks
Ortostatisk blodtrykksmåling
Saturasjonsmåling
Frysebehandling av vorter
Audiometri
Spirometri
Dryppe og skylle øye og øre
Fjerne suturer og agraffer
Dekke opp og assistere ved småkirurgi og andre undersøkelser
Kvalitetssikring/Internkontroll.
Helsesekretærer har ansvar for opplæring av helsesekretærelever.
Taushetsplikten er forankret direkte i lov og gjelder direkte for den som er autorisert.
Etiske retningslinjer skal ligge til grunn ved utøvelse av yrket.`,
  'Yrkesbeskrivelse: Helsesekretær': `Som helsesekretær kan du utdanne deg vidare innanfor faget for å auke kompetansen i til dømes helsejuss, IKT, logistikk eller andre område.
Det er også mogleg å ta vidareutdanning i helseadministrasjon på fagskole.`,
  'Yrkesbeskrivelse: Tannhelsesekretær': `smittevern
desinfisering, sterilisering og vedlikehold av instrumenter og utstyr
håndtere tannbehandlingsmaterialer og de vanligste legemidlene
ta røntgenbilde
enklere laboratoriearbeid
Tannhelsesekretæren assisterer tannlegen i alle typer behandling
Tannhelsesekretæren kan selvstendig etter delegering tilrettelegge og utføre profylaktiske oppgaver rettet mot den enkelte pasient og sette infiltrasjonsanestesi.`,
  'Yrkesbeskrivelse: Lege':
    'Viss du skal jobba som fastlege eller i kommunal legevakt, må du ha gjennomført LIS- 1 tenesta.',
  'Teknas innspill til utredning om behovet for utdanning innen helseteknologi': `videreutdanning av helsepersonell innen anvendelse av høyteknologisk utstyr og dataprogrammer
På den andre siden har realister og teknologer et behov for å forstå hva pasienter trenger og hvordan helsepersonell bruker tekniske og digitale verktøy.
Derimot vil det være svært viktig at de som er i jobb har mulighet til å få et etter- og videreutdanningstilbud som er problembasert og tverrfaglig.
Behovet for å forstå hvordan data samles inn, lagres og brukes innen sektoren krever et betydelig kompetanseløft hos mange.
Kunstig intelligens, er mer og mer vanlig å finne som integrert teknologi i programvare tilknyttet alt fra eksempelvis bildediagnostikk til virksomhetsanalyse.
Helsetjenesten trenger ansatte med kompetanse til å drifte, vedlikeholde, teste og utvikle slike systemer.
hos helse- og omsorgspersonell som skal ta i bruk nye arbeidsverktøy`,
};

const byCode = new Map(catalogueCompetences.map((competence) => [competence.code, competence]));
const competence = (code: string) => {
  const found = byCode.get(code);
  if (!found) throw new Error(`no competence ${code}`);
  return found;
};
const suggestionFor = (task: string) => {
  const found = taskCompetences.find((suggestion) => suggestion.task === task);
  if (!found) throw new Error(`nothing suggested for ${task}`);
  return found;
};

/** Every text anywhere, by the shape of it, so that none can be forgotten. */
function* texts(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  if ('nb' in value) yield value as Text;
  for (const part of Object.values(value)) yield* texts(part);
}
const everyText = [...texts({ catalogueCompetences, taskCompetences })];

const isExample = ({ kind, publisher, quote }: Source): boolean =>
  kind === 'example' && publisher === 'Fullmakt' && quote === null;

describe('every competence', () => {
  it('has a code of its own, a known kind and a validity in whole months or none', () => {
    expect(byCode.size).toBe(catalogueCompetences.length);
    for (const { code, kind, validityMonths } of catalogueCompetences) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(competenceKinds).toContain(kind);
      const months = validityMonths ?? 1;
      expect({ code, whole: Number.isInteger(months) && months >= 1 && months <= 120 }).toEqual({
        code,
        whole: true,
      });
    }
    expect(new Set(catalogueCompetences.map(({ kind }) => kind))).toEqual(new Set(competenceKinds));
  });

  it('is measured by observation in three steps, and by courses, papers and tests as passed or not', () => {
    for (const { code, kind, levels } of catalogueCompetences) {
      const steps = kind === 'observed-practice' ? [1, 2, 3] : [1];
      expect({ code, steps: levels.map(({ level }) => level) }).toEqual({ code, steps });
    }
    expect(competence('ekg').levels.map(({ name }) => name.nb)).toEqual([
      'Under tilsyn',
      'Selvstendig',
      'Kan lære bort',
    ]);
  });

  it('comes from a document, whose words are quoted exactly, or says that it is our own example', () => {
    const examples = catalogueCompetences.filter(({ source }) => isExample(source));
    for (const { code, source } of catalogueCompetences) {
      if (isExample(source)) continue;
      const lines = documents[source.title]?.split('\n') ?? [];
      expect({ code, kind: source.kind, lines }).toEqual({
        code,
        kind: 'seed',
        lines: expect.arrayContaining([source.quote]),
      });
    }
    expect(examples.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['kapillaerproevetaking', 'hlr', 'synsproever', 'legemiddelhaandtering-kurs']),
    );
  });

  it('uses every line that was copied from the documents', () => {
    const quoted = new Set(catalogueCompetences.map(({ source }) => source.quote));
    const lines = Object.values(documents).flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => !quoted.has(line))).toEqual([]);
  });

  it('never passes off our validity and renewal as anybody else’s', () => {
    for (const { code, validitySource } of catalogueCompetences) {
      expect({ code, ours: isExample(validitySource) }).toEqual({ code, ours: true });
    }
  });

  it('carries the duty to keep an overview of competence, and cites nothing unknown', () => {
    for (const { code, legalNotes } of catalogueCompetences) {
      const bases = legalNotes.map(({ basis }) => basis);
      expect({ code, bases }).toEqual({ code, bases: expect.arrayContaining(['ledelse-6-9']) });
      for (const basis of bases) expect(legalBases).toHaveProperty([basis]);
      expect(new Set(bases.filter((basis) => basis === 'ledelse-6-9')).size).toBe(1);
    }
  });

  it('tells statute and regulation from guidance and from professional bodies', () => {
    const authorities = catalogueCompetences.flatMap((each) => each.authorities);
    const strengths = Object.fromEntries(
      authorities.map(({ citation, strength }) => [citation.nb.split(/[ ,]/)[0], strength]),
    );
    expect(strengths).toEqual({
      strålevernforskriften: 'LAW',
      legemiddelhåndteringsforskriften: 'LAW',
      forskrift: 'LAW',
      Folkehelseinstituttet: 'GUIDE',
      Norsk: 'PROF',
      Noklus: 'PROF',
      Norm: 'PROF',
    });
    for (const { strength, citation } of authorities) {
      const dated = /\bnr\. \d+/.test(citation.nb);
      expect({ citation: citation.nb, dated }).toEqual({ citation: citation.nb, dated: strength === 'LAW' });
    }
  });

  it('does not call technologists health personnel', () => {
    const technology = taskCompetences.filter(({ task }) => task.startsWith('teknologi-'));
    const codes = technology.flatMap(({ allOf, anyOf }) =>
      [...allOf, ...anyOf].map((need) => need.competence),
    );
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) {
      const health = competence(code).legalNotes.filter(({ basis }) => basis.startsWith('hpl-'));
      expect({ code, health }).toEqual({ code, health: [] });
    }
  });

  it('is a competence, not a right: there is none for prescribing', () => {
    for (const { code, name } of catalogueCompetences) {
      expect(`${code} ${name.nb} ${name.en}`).not.toMatch(/forskriv|rekvirer|prescrib/i);
    }
  });

  it('keeps the contested course contested', () => {
    for (const code of ['infiltrasjonsanestesi-kurs', 'infiltrasjonsanestesi-praksis']) {
      expect(competence(code).legalNotes.map(({ basis }) => basis)).toContain('th-infiltration');
    }
  });
});

describe('what is suggested of whoever does a task', () => {
  it('names tasks and competences that exist, each once', () => {
    const tasks = taskCompetences.map(({ task }) => task);
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(tasks.filter((code) => !catalogueTask(code))).toEqual([]);
    for (const { task, allOf, anyOf } of taskCompetences) {
      const needs = [...allOf, ...anyOf].map((need) => need.competence);
      expect({ task, unknown: needs.filter((code) => !byCode.has(code)) }).toEqual({ task, unknown: [] });
      expect({ task, count: new Set(needs).size }).toEqual({ task, count: needs.length });
      expect(needs.length).toBeGreaterThan(0);
      expect({ task, alternatives: anyOf.length }).not.toEqual({ task, alternatives: 1 });
    }
  });

  it('asks for a level that the competence has', () => {
    for (const { allOf, anyOf } of taskCompetences) {
      for (const need of [...allOf, ...anyOf]) {
        const levels = competence(need.competence).levels.map(({ level }) => level);
        expect({ ...need, levels }).toEqual({ ...need, levels: expect.arrayContaining([need.level]) });
      }
    }
  });

  it('is never passed off as law: every one is the product’s own, and says who decides', () => {
    for (const { task, strength, source, note } of taskCompetences) {
      expect({ task, strength, ours: isExample(source) }).toEqual({ task, strength: 'POLICY', ours: true });
      expect(note.nb).toMatch(/^Forslag fra Fullmakt/);
      expect(note.nn).toMatch(/^Forslag frå Fullmakt/);
      expect(note.en).toMatch(/^Fullmakt’s suggestion/);
    }
  });

  it('puts no bar before the police’s blood sample, the doctor’s judgement, or errands', () => {
    const without = [
      'generelt-blodproeve-for-politiet',
      'lege-undersoekelse-og-diagnose',
      'lege-behandling',
      'lege-forskrive-legemidler',
      'tannhelse-undersoekelse-og-behandling',
      'resepsjon-bestille-kontormateriell',
      'laboratorium-bestille-forbruksmateriell',
    ];
    const suggested = new Set(taskCompetences.map(({ task }) => task));
    for (const code of without) {
      expect({ code, known: catalogueTask(code) !== undefined, suggested: suggested.has(code) }).toEqual({
        code,
        known: true,
        suggested: false,
      });
    }
  });

  it.each([
    ['laboratorium-blodproevetaking', 'blodproevetaking', 2],
    ['laboratorium-kvalitetssikring-noklus', 'noklus-prosedyrer', 1],
    ['skiftestue-ekg', 'ekg', 2],
    ['skiftestue-spirometri', 'spirometri', 2],
    ['skiftestue-audiometri', 'audiometri', 2],
    ['skiftestue-foerstehjelp', 'hlr', 1],
    ['skiftestue-sette-injeksjoner', 'legemiddelhaandtering-kurs', 1],
    ['lege-langtids-ekg', 'langtids-ekg', 2],
    ['lege-24-timers-blodtrykk', '24-timers-blodtrykk', 2],
    ['lege-vaksinasjon-etter-ordinasjon', 'anafylaksi', 1],
    ['tannhelse-roentgenbilde', 'straalevern-tannroentgen', 1],
    ['tannhelse-infiltrasjonsanestesi', 'infiltrasjonsanestesi-kurs', 1],
    ['resepsjon-post', 'taushetsplikt-og-personvern', 1],
  ])('%s takes %s at level %i', (task, code, level) => {
    expect(suggestionFor(task).allOf).toContainEqual({ competence: code, level });
  });

  it('counts further education for technologists, as one way among others', () => {
    const ways = suggestionFor('teknologi-stoette-brukere').anyOf.map((need) => need.competence);
    expect(ways).toEqual(expect.arrayContaining(['helseteknologi', 'innsyn-i-pasientforloep']));
    expect(competence('helseteknologi')).toMatchObject({ kind: 'further-education', validityMonths: null });
  });

  it('says of first aid that no expired course bars emergency help, and of medicines that the manager approves', () => {
    expect(suggestionFor('skiftestue-foerstehjelp').note.nb).toContain('hindres aldri');
    for (const code of ['skiftestue-sette-injeksjoner', 'lege-intravenoes-infusjon']) {
      expect(suggestionFor(code).note.nb).toContain('erstatter den ikke');
    }
  });
});

describe('its words', () => {
  it('are in bokmål, nynorsk and English', () => {
    expect(everyText.length).toBeGreaterThan(400);
    for (const text of everyText) {
      expect(Object.keys(text).sort()).toEqual([...languages].sort());
      for (const language of languages) {
        expect(text[language].trim()).toBe(text[language]);
        expect(text[language]).not.toBe('');
      }
    }
  });

  it('are not bokmål under the name of nynorsk', () => {
    const bokmaal =
      /(?<!\p{L})(ikke|hva|hvordan|hvem|hvilken|noen|fra|uten|mye|pasienter|oppgaver|oppgaven|virksomheten|sykdom|fornyes|selv|elever|prosedyrer|øye|øre)(?!\p{L})/iu;
    for (const { nn } of everyText) expect(nn).not.toMatch(bokmaal);
  });
});
