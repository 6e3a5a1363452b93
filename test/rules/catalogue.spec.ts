import { describe, expect, it } from '@jest/globals';
import { catalogueTask, catalogueTasks, template, templates } from '../../src/catalogue/catalogue.js';
import { type AreaCode, areaCodes, type Source } from '../../src/catalogue/catalogue.types.js';
import { languages, legalBases, type Text } from '../../src/law/legal-bases.js';
import { occupations } from '../../src/law/occupations.js';

/** Copied from the document by hand, apart from the code that is tested: a slip in either shows. */
const documentWords: Readonly<Partial<Record<AreaCode, string>>> = {
  resepsjon: `IT
Innkalling og mottak av pasienter
Telefonhenvendelser
Digitale meldinger
Utfylling av blanketter og rekvisisjoner
Dokumentasjon og registrering
Pasientregnskap
Oppgjør på betalingsterminal
Regnskap
Sortere og ekspedere post
Bestille kontormateriell
Arkivering
Scanning
Diverse kontroll og oppfølging
Bestille Pasientreiser
Bestille tolketjeneste
Bestille ambulanse`,
  laboratorium: `Blodprøvetaking
Sentrifugere og avpipettere blodprøver
Analysere lokale prøver
Analysere urin og fæces
Ansvar for vedlikehold av medisinsk utstyr (kalibrering, kontroller og lignende)
Forsendelse av prøver
Renhold og dekontaminering
Kvalitetssikring/Noklus
Bestille forbruksmateriell`,
  skiftestue: `Førstehjelp
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
Etterfylle utstyr til legekontor og skiftestue
Renhold og dekontaminering
Bestille forbruksmateriell`,
};

const documentObligations = [
  'Beskrivelsen er veiledende og må tilpasses de lokale forhold',
  'Helsesekretærene plikter å delta på kurs, møter og intern undervisning som har relevans til arbeidsområdet.',
  'Kvalitetssikring/Internkontroll.',
  'Helsesekretærer har ansvar for opplæring av helsesekretærelever.',
  'Helsesekretærene kan ved behov ta på seg oppgaver som ligger utenfor sitt eget kompetanseområde når disse oppgavene blir delegert av ansvarlig lege jfr. Helsepersonelloven § 5.',
  'Vi understreker at en delegert oppgave ikke kan delegeres videre.',
  'Helsesekretæren har plikt til å følge helsepersonellovens bestemmelser.',
  'Autoriserte helsesekretærer må kjenne sine ansvars og kompetanseområder.',
  'Som autorisert helsesekretær har man et selvstendig og personlig ansvar for å utføre sine arbeidsoppgaver forsvarlig, hvilket innebærer at det stilles krav om faglig og etisk høy standard hos den som er autorisert.',
  'Det inneholder blant annet et ansvar for å holde seg faglig oppdatert, og å avstå fra å gi helsehjelp på områder som en ikke behersker eller er kompetent til.',
  'Taushetsplikten er forankret direkte i lov og gjelder direkte for den som er autorisert.',
  'Den som gir helsehjelp på selvstendig grunnlag, må dokumentere dette i pasientjournalen.',
  'Etiske retningslinjer skal ligge til grunn ved utøvelse av yrket.',
];

const task = (code: string) => {
  const found = catalogueTask(code);
  if (!found) throw new Error(`no task ${code}`);
  return found;
};

const templateOf = (code: string) => {
  const found = template(code);
  if (!found) throw new Error(`no template ${code}`);
  return found;
};

const entitled = (code: string) =>
  Object.fromEntries(task(code).entitlements.map(({ occupation, mayDelegate }) => [occupation, mayDelegate]));

/** Every text and every source anywhere in the catalogue, by the shape of it, so that none can be forgotten. */
function* inside<T>(value: unknown, is: (value: object) => value is T & object): Generator<T> {
  if (typeof value !== 'object' || value === null) return;
  if (is(value)) yield value;
  for (const part of Object.values(value)) yield* inside(part, is);
}
const isText = (value: object): value is Text => 'nb' in value;
const isSource = (value: object): value is Source => 'publisher' in value;
const everything = { catalogueTasks, templates };

describe('the role description of the helsesekretær in primary care', () => {
  const primary = templateOf('helsesekretaer-primaerhelsetjenesten');

  it.each([
    ['resepsjon', 17],
    ['laboratorium', 9],
    ['skiftestue', 17],
  ] as const)(
    'holds every %s task of the document, %i of them, word for word and in its order',
    (code, count) => {
      const codes = primary.areas.find((area) => area.code === code)?.taskCodes ?? [];
      expect(codes).toHaveLength(count);
      expect(codes.map((taskCode) => task(taskCode).name.nb)).toEqual(documentWords[code]?.split('\n'));
      for (const taskCode of codes) {
        const { area, source, name } = task(taskCode);
        expect({ area, kind: source.kind, quote: source.quote }).toEqual({
          area: code,
          kind: 'seed',
          quote: name.nb,
        });
      }
    },
  );

  it('holds every general obligation, word for word, each on a legal basis', () => {
    expect(primary.obligations.map(({ text }) => text.nb)).toEqual(documentObligations);
    expect(primary.obligations.map(({ source }) => source.quote)).toEqual(documentObligations);
    for (const { legalBases: bases } of primary.obligations) expect(bases.length).toBeGreaterThan(0);
  });

  it('says that a delegated task cannot be delegated further, as the professional body’s rule', () => {
    const [sentence] = primary.obligations.filter(
      ({ text }) =>
        text.nb.includes('kan ikke delegeres videre') || text.nb.includes('ikke kan delegeres videre'),
    );
    expect(sentence?.legalBases).toContain('delta-no-redelegation');
    expect(legalBases['delta-no-redelegation'].strength).toBe('PROF');
  });

  it('gives the helsesekretær all of them in her own right, and adopting it brings nothing else', () => {
    const codes = primary.areas.flatMap(({ taskCodes }) => taskCodes);
    expect(new Set(codes).size).toBe(43);
    for (const code of codes) expect(entitled(code).HE).toBe(true);
    expect(primary.afterDelegation).toEqual([]);
  });
});

describe('every task and template', () => {
  it('has a code of its own', () => {
    const codes = [...catalogueTasks, ...templates].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('refers only to occupations, legal bases, areas and tasks that exist', () => {
    for (const { code, area, entitlements, reservedTo, legalNotes } of catalogueTasks) {
      expect({ code, known: areaCodes.includes(area) }).toEqual({ code, known: true });
      for (const { occupation } of entitlements) expect(occupations).toHaveProperty([occupation]);
      for (const occupation of reservedTo ?? []) expect(occupations).toHaveProperty([occupation]);
      expect({ code, notes: legalNotes.length > 0 }).toEqual({ code, notes: true });
      for (const { basis } of legalNotes) expect(legalBases).toHaveProperty([basis]);
    }
    for (const { occupation, areas, afterDelegation, obligations, readings } of templates) {
      expect(occupations).toHaveProperty([occupation]);
      const codes = [...areas, ...readings].flatMap(({ taskCodes }) => taskCodes).concat(afterDelegation);
      expect(codes.filter((code) => !catalogueTask(code))).toEqual([]);
      for (const basis of obligations.flatMap((obligation) => obligation.legalBases)) {
        expect(legalBases).toHaveProperty([basis]);
      }
    }
  });

  it('lies in the template’s area it is listed under, once, and within the template’s own right', () => {
    for (const { code: name, occupation, areas, afterDelegation } of templates) {
      const listed = areas.flatMap(({ code, taskCodes }) =>
        taskCodes.map((taskCode) => ({ code, taskCode })),
      );
      expect(new Set(listed.map(({ taskCode }) => taskCode)).size).toBe(listed.length);
      for (const { code, taskCode } of listed) {
        expect({ name, taskCode, area: task(taskCode).area }).toEqual({ name, taskCode, area: code });
        expect({ name, taskCode, own: occupation in entitled(taskCode) }).toEqual({
          name,
          taskCode,
          own: true,
        });
      }
      for (const taskCode of afterDelegation) {
        const someoneDelegates = task(taskCode).entitlements.some(({ mayDelegate }) => mayDelegate);
        expect({ taskCode, own: occupation in entitled(taskCode), someoneDelegates }).toEqual({
          taskCode,
          own: false,
          someoneDelegates: true,
        });
      }
    }
  });

  it('lets nobody but the authorised leave a task to others, and nobody leave a reserved one', () => {
    for (const { code, entitlements, reservedTo } of catalogueTasks) {
      expect(new Set(entitlements.map(({ occupation }) => occupation)).size).toBe(entitlements.length);
      for (const { occupation, mayDelegate } of entitlements) {
        const allowed = occupations[occupation].regulated && reservedTo === null;
        expect({ code, occupation, wrong: mayDelegate && !allowed }).toEqual({
          code,
          occupation,
          wrong: false,
        });
        expect({
          code,
          occupation,
          outside: reservedTo !== null && !reservedTo.includes(occupation),
        }).toEqual({
          code,
          occupation,
          outside: false,
        });
      }
    }
  });

  it('has its words in bokmål, nynorsk and English', () => {
    const texts = [...inside<Text>(everything, isText)];
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) {
      expect(Object.keys(text).sort()).toEqual([...languages].sort());
      for (const language of languages) expect(text[language].trim()).toBe(text[language]);
      for (const language of languages) expect(text[language]).not.toBe('');
    }
  });

  it('is not bokmål under the name of nynorsk', () => {
    const bokmaal =
      /\b(ikke|hva|hvordan|hvem|noen|fra|uten|mye|pasienter|oppgaver|sykdom|sykdommer|hun|jeg|pleier)\b/;
    for (const { nn } of inside<Text>(everything, isText)) expect(nn).not.toMatch(bokmaal);
    expect(task('skiftestue-fjerne-suturer-og-agraffer').name.nn).toBe('Fjerne suturar og agraffar');
    expect(task('resepsjon-innkalling-og-mottak').name.nn).toBe('Innkalling og mottak av pasientar');
    expect(task('lege-kateterisering-av-urinblaeren').name.nn).toBe('Kateterisering av urinblæra');
  });

  it('says whether it stands in a document, whose words are then quoted, or is our own example', () => {
    for (const { kind, publisher, quote } of inside<Source>(everything, isSource)) {
      expect({ publisher, kind }).toEqual({ publisher, kind: publisher === 'Fullmakt' ? 'example' : 'seed' });
      if (kind === 'example') expect(quote).toBeNull();
    }
    for (const { code, source } of catalogueTasks) {
      expect({ code, quoted: source.quote !== null }).toEqual({ code, quoted: source.kind === 'seed' });
    }
  });
});

describe('what doctors commonly delegate', () => {
  const examples = catalogueTasks.filter(
    ({ code, source }) =>
      code.startsWith('lege-') && source.kind === 'example' && code !== 'lege-forskrive-legemidler',
  );

  it('is marked as examples, delegable by the lege, and never in the helsesekretær’s own right', () => {
    expect(examples.map(({ name }) => name.nb)).toEqual(
      expect.arrayContaining([
        'Intravenøs infusjon',
        'Kateterisering av urinblæren',
        'Vaksinasjon etter ordinasjon',
        'Allergiprikktest',
      ]),
    );
    for (const { code } of examples) {
      expect(entitled(code).LE).toBe(true);
      expect(entitled(code)).not.toHaveProperty('HE');
    }
  });

  it('notes a nurse’s own right wherever she has one', () => {
    for (const { code, legalNotes } of examples) {
      const noted = legalNotes.some(({ note }) => note.nb.includes('sykepleier'));
      expect({ code, noted }).toEqual({ code, noted: 'SP' in entitled(code) });
    }
  });

  it('leaves prescribing to lege and tannlege, and the police’s blood sample to the four groups of § 12', () => {
    expect(task('lege-forskrive-legemidler')).toMatchObject({ reservedTo: ['LE', 'TL'] });
    expect(entitled('lege-forskrive-legemidler')).toEqual({ LE: false, TL: false });
    expect(task('lege-forskrive-legemidler').legalNotes.map(({ basis }) => basis)).toContain('hpl-11');
    expect(Object.keys(entitled('generelt-blodproeve-for-politiet')).sort()).toEqual([
      'BI',
      'HE',
      'LE',
      'SP',
    ]);
    expect(task('generelt-blodproeve-for-politiet').legalNotes.map(({ basis }) => basis)).toContain('hpl-12');
  });
});

describe('the other role descriptions', () => {
  it('helsesekretær: every line of the nynorsk document is read as tasks of the role', () => {
    const { readings, areas } = templateOf('helsesekretaer');
    expect(readings.map(({ quote }) => quote)).toEqual([
      'betene resepsjon og svare på telefon',
      'innkalle pasientar til timeavtaler',
      'bestille pasienttransport og tolketenester',
      'laboratoriearbeid og prøvetaking (for eksempel blodprøver, ekg og spirometri – pustetest for å måle lungefunksjon)',
      'enkelt sårstell',
      'skriving av pasientjournalar',
      'rapportering og administrasjon',
    ]);
    const inRole = new Set(areas.flatMap(({ taskCodes }) => taskCodes));
    expect(new Set(readings.flatMap(({ taskCodes }) => taskCodes))).toEqual(inRole);
  });

  it('tannhelsesekretær: the ten common tasks, and two after delegation, of which one is contested', () => {
    const { areas, afterDelegation } = templateOf('tannhelsesekretaer');
    const quotes = areas.flatMap(({ taskCodes }) => taskCodes.map((code) => task(code).source.quote));
    expect(quotes).toEqual([
      'smittevern',
      'desinfisering, sterilisering og vedlikehold av instrumenter og utstyr',
      'håndtere tannbehandlingsmaterialer og de vanligste legemidlene',
      'bestille og oppbevare forbruksmaterialer',
      'ta røntgenbilde',
      'enklere laboratoriearbeid',
      'klargjøre utstyr og instrumenter til pasientbehandling',
      'yte service til pasienter, pårørende og samarbeidspartnere',
      'administrativt arbeid som aktivitetsplanlegging, regnskap, rapportering, innkalling og journalføring',
      'kommunisere med pasienter, pårørende, samarbeidspartnere i kommunehelsetjenesten, NAV og forretningsforbindelser',
      'Tannhelsesekretæren assisterer tannlegen i alle typer behandling',
    ]);
    expect(afterDelegation).toEqual(['tannhelse-profylaktiske-oppgaver', 'tannhelse-infiltrasjonsanestesi']);
    expect(entitled('tannhelse-profylaktiske-oppgaver')).toEqual({ TL: true, TP: true });
    expect(entitled('tannhelse-infiltrasjonsanestesi')).toEqual({ TL: true });
    expect(catalogueTasks.filter(({ contested }) => contested).map(({ code }) => code)).toEqual([
      'tannhelse-infiltrasjonsanestesi',
    ]);
    expect(task('tannhelse-infiltrasjonsanestesi').legalNotes[0]?.basis).toBe('th-infiltration');
  });

  it('lege: the document’s five tasks in its own nynorsk, its 39 specialities, and the path to authorisation', () => {
    const { areas, specialities, obligations } = templateOf('lege');
    const quotes = areas
      .flatMap(({ taskCodes }) => taskCodes.map((code) => task(code).source.quote))
      .filter(Boolean);
    expect(quotes).toEqual([
      'lytta til pasientane, kartlegga symptom og gjera undersøkingar for å stilla diagnose',
      'planlegga og utføra behandling',
      'rettleie pasientar om helse og livsstil',
      'offentleg forvaltning',
      'informere pasientar om behandlingar og opplyse om bruk av dosering av medisinar, bivirkningar, risiko også vidare.',
    ]);
    expect(specialities).toHaveLength(39);
    expect(new Set(specialities.map(({ code }) => code)).size).toBe(39);
    expect(specialities[0]).toMatchObject({ code: '763201', name: { nb: 'Allmennmedisin' } });
    expect(
      obligations.filter(({ legalBases: bases }) => bases.includes('hpl-48')).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('medisinsk sekretær: reception without the protected title anywhere, in any language', () => {
    const role = templateOf('medisinsk-sekretaer');
    const tasks = role.areas.flatMap(({ taskCodes }) => taskCodes.map(task));
    expect(tasks.filter(({ area }) => area === 'resepsjon')).toHaveLength(17);
    const shown = [role.name, ...role.obligations.map(({ text }) => text), ...tasks.map(({ name }) => name)];
    for (const text of [...shown, occupations['X-MS'].title, occupations['X-MS'].plainName]) {
      for (const language of languages) expect(text[language]).not.toMatch(/helsesekretær|health secretary/i);
    }
  });

  it('pupils and students: no task that is health care in their own right', () => {
    for (const { code, area, entitlements } of catalogueTasks) {
      const trainee = entitlements.some(({ occupation }) => occupations[occupation].trainee);
      expect({ code, wrong: trainee && area !== 'generelt' }).toEqual({ code, wrong: false });
    }
  });

  it('teknolog: technology only, with competence mapping among the obligations', () => {
    const held = catalogueTasks.filter(({ code }) => 'X-TEK' in entitled(code));
    expect(new Set(held.map(({ area }) => area))).toEqual(new Set(['teknologi']));
    const bases = templateOf('teknolog').obligations.flatMap((obligation) => obligation.legalBases);
    expect(bases).toContain('competence-mapping');
  });
});
