import type { DelegationView } from '../../src/delegation/delegation.dto.js';
import { type Language, languages } from '../../src/law/legal-bases.js';
import type { Block } from '../../src/letter/letter.block.js';
import { letterOf } from '../../src/letter/letter.document.js';
import { type LetterFacts, momentOfTitles } from '../../src/letter/letter.facts.js';
import { pdfOf } from '../../src/letter/letter.pdf.js';

const moment = (text: string): number => Date.parse(text);

const step = (
  kind: DelegationView['steps'][number]['kind'],
  at: string,
  reason: string | null = null,
): DelegationView['steps'][number] => ({
  kind,
  at,
  recordedAt: at,
  by: { id: 'x', name: 'Live Lege' },
  reason,
});

const proposed = step('proposed', '2026-11-30T08:00:00.000Z');
const accepted = step('accepted', '2026-11-30T09:12:00.000Z');

const standing: DelegationView = {
  id: 'x',
  status: 'accepted',
  task: { id: 't', name: 'Spirometri', area: 'skiftestue' },
  delegator: { id: 'a', name: 'Live Lege' },
  delegatee: { id: 'b', name: 'Hege Sekretær' },
  profession: 'LE',
  validFrom: '2026-11-29T23:00:00.000Z',
  validTo: '2027-05-29T22:00:00.000Z',
  standsFrom: accepted.at,
  standsTo: '2027-05-29T22:00:00.000Z',
  assessment: { taskNature: 'Avgrenset.', qualifications: 'Opplært.', followUp: 'Hver måned.' },
  conditions: null,
  contested: null,
  supervision: { reviewBy: '2027-02-27T23:00:00.000Z', reachableHow: 'Til stede' },
  training: null,
  steps: [proposed, accepted],
  reviews: [],
  can: {
    acceptance: false,
    declination: false,
    withdrawal: false,
    revocation: false,
    relinquishment: false,
    reviews: false,
    delegation: false,
  },
};

const neverStood = { standsFrom: null, standsTo: null };

const factsOf = (changed: Partial<DelegationView> = {}, more: Partial<LetterFacts> = {}): LetterFacts => ({
  at: moment('2026-12-20T12:00:00Z'),
  clinic: { name: 'Solsiden legekontor', organisationNumber: '889640782' },
  delegation: { ...standing, ...changed },
  delegator: { name: 'Live Lege', title: 'lege' },
  delegatee: { name: 'Hege Sekretær', title: 'helsesekretær' },
  professionHeld: true,
  supervisor: null,
  receipt: { seq: 41, origin: 'fullmakt.example/log/x', size: 43, root: 'q83v' },
  ...more,
});

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'status':
      return [block.text, block.says];
    case 'facts':
      return block.rows.map((row) => row.join(': '));
    case 'list':
      return block.items.map(({ lead, text }) => `${lead} ${text}`.trim());
    default:
      return [block.text];
  }
}

const linesOf = (facts: LetterFacts, language: Language = 'nb'): string[] =>
  letterOf(facts, language).blocks.flatMap(textsOf);

const statusOf = (facts: LetterFacts, language: Language = 'nb') =>
  letterOf(facts, language).blocks.find((block) => block.kind === 'status');

describe('how a letter says that it gives a right, or none', () => {
  const revoked = step('revoked', '2026-12-17T09:00:00.000Z', 'Rutinen er endret.');
  const ended = { steps: [proposed, accepted, revoked], standsTo: revoked.at };
  it.each<[string, Partial<DelegationView>, string, string]>([
    ['stands', {}, 'GJELDER', 'fra 30.11.2026 kl.\u00a010:12 til og med 29.05.2027'],
    [
      'waits for an answer',
      { status: 'proposed', steps: [proposed], ...neverStood },
      'FORSLAG – gjelder ikke',
      'ikke godtatt',
    ],
    [
      'was never answered',
      { status: 'expired', steps: [proposed], ...neverStood },
      'FORSLAG – gjelder ikke',
      'uten at mottakeren svarte',
    ],
    ['was declined', { status: 'declined', ...neverStood }, 'AVSLÅTT – gjelder ikke', 'avslo'],
    ['was withdrawn', { status: 'withdrawn', ...neverStood }, 'TRUKKET – gjelder ikke', 'trukket'],
    [
      'begins later',
      { standsFrom: '2027-01-31T23:00:00.000Z' },
      'GODTATT – gjelder ikke ennå',
      'fra og med 01.02.2027',
    ],
    [
      'was revoked',
      { status: 'revoked', ...ended },
      'OPPHØRT',
      'Tilbakekalt. Delegeringen gjelder ikke lenger.',
    ],
    ['was relinquished', { status: 'relinquished', ...ended }, 'OPPHØRT', 'sa den fra seg'],
    ['lapsed', { status: 'lapsed', ...ended }, 'OPPHØRT', 'grunnlaget for den falt bort'],
    ['has run out', { status: 'expired', ...ended }, 'OPPHØRT', 'Tiden er ute.'],
  ])('one that %s', (_, changed, mark, says) => {
    const facts = factsOf(changed);
    const status = statusOf(facts);
    expect(status).toMatchObject({ text: mark, inForce: mark === 'GJELDER' });
    expect(status?.says).toContain(says);
    expect(status?.says).toContain('Status per 20.12.2026 kl.\u00a013:00.');
    // On every page, so that a loose page cannot be taken for a right.
    expect(letterOf(facts, 'nb').foot).toContain(mark);
    expect(linesOf(facts).join('\n').includes('overlater oppgaven')).toBe(
      ['GJELDER', 'GODTATT – gjelder ikke ennå'].includes(mark),
    );
  });

  it('in bokmål, nynorsk and English', () => {
    const facts = factsOf({ status: 'proposed', steps: [proposed], ...neverStood });
    expect(languages.map((language) => statusOf(facts, language)?.text)).toEqual([
      'FORSLAG – gjelder ikke',
      'FORSLAG – gjeld ikkje',
      'PROPOSAL – not in force',
    ]);
  });
});

describe('what every letter says', () => {
  it.each(languages)('that the task cannot be delegated on, and on what each rule rests: %s', (language) => {
    const lines = linesOf(factsOf(), language);
    const never = {
      nb: 'aldri delegeres videre',
      nn: 'aldri delegerast vidare',
      en: 'never be delegated on',
    };
    expect(lines.join('\n')).toContain(never[language]);
    const strengths = lines.flatMap((line) => /(?:Styrke|Strength): ([^.]+)\./.exec(line)?.[1] ?? []);
    expect(new Set(strengths).size).toBe(4);
  });

  it('who, what, how long and where it is in the log', () => {
    const lines = linesOf(factsOf());
    expect(lines).toEqual(
      expect.arrayContaining([
        'Solsiden legekontor · Organisasjonsnummer 889\u00a0640\u00a0782',
        'Live Lege (lege) overlater oppgaven «Spirometri» til Hege Sekretær (helsesekretær) etter helsepersonelloven § 5.',
        'Delegert av: Live Lege, lege',
        'På grunnlag av yrkesgruppe: lege (LE)',
        'Funksjonsområde: Skiftestuearbeid',
        'Avtalt tidsrom: fra og med 30.11.2026 til og med 29.05.2027',
        'Titlene er de som kunne brukes 20.12.2026 (helsepersonelloven § 74).',
        'Ingen særlige vilkår.',
        '28.02.2027',
        '30.11.2026 kl.\u00a009:00: Foreslått av Live Lege.',
        'Oppføring nummer: 41',
        'Rot: q83v',
      ]),
    );
  });

  it('names as they are, whatever signs are in them', () => {
    const facts = factsOf({}, { delegatee: { name: '$& {task} $1', title: '' } });
    expect(linesOf(facts)).toContain(
      'Live Lege (lege) overlater oppgaven «Spirometri» til $& {task} $1 etter helsepersonelloven § 5.',
    );
  });

  it('what it is about a step that counts from another moment, and why', () => {
    const lapsed = {
      ...step('lapsed', '2026-12-10T23:00:00.000Z', 'Suspendert.'),
      recordedAt: '2026-12-15T08:00:00Z',
    };
    const lines = linesOf(
      factsOf({ status: 'lapsed', steps: [proposed, accepted, lapsed], standsTo: lapsed.at }),
    );
    expect(lines).toContain(
      '15.12.2026 kl.\u00a009:00: Falt bort av Live Lege. Gjelder fra 11.12.2026 kl.\u00a000:00. Begrunnelse: Suspendert.',
    );
  });

  it('the ten last reviews, and how many there were before', () => {
    const reviews = Array.from({ length: 13 }, (_, i) => ({
      id: `${i}`,
      at: '2026-12-15T09:00:00.000Z',
      by: null,
      outcome: `Utfall ${i}`,
      note: 'Sett.',
    }));
    const lines = linesOf(factsOf({ reviews })).filter((line) => /Utfall|Tidligere/.test(line));
    expect(lines.length).toBe(11);
    expect(lines[0]).toBe('Tidligere oppfølginger står i Fullmakt. Antall: 3.');
    expect(lines.at(-1)).toContain('Utfall 12');
  });

  it('training, contested tasks and conditions where there are any; that there is no receipt yet where there is none', () => {
    const lines = linesOf(
      factsOf(
        {
          conditions: 'Bare når legen er der.',
          training: { purpose: 'Lære metoden.', supervisorId: 's' },
          contested: { course: 'Kurs i metoden', reasoning: 'Vurdert.', delegatorPresent: true },
        },
        { supervisor: { name: 'Vera Veileder', title: '' }, receipt: null },
      ),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'Bare når legen er der.',
        'Lære metoden.',
        'Vera Veileder',
        'Kurs i metoden',
        'Den som har delegert, er til stede når oppgaven utføres.',
      ]),
    );
    expect(lines.join('\n')).toContain('ikke signert ennå');
    expect(lines.join('\n')).not.toContain('Rot:');
  });
});

describe('on paper', () => {
  it('the same letter is the same file, byte for byte', async () => {
    const letter = letterOf(factsOf(), 'nb');
    const [first, second] = [await pdfOf(letter, null), await pdfOf(letter, null)];
    expect(first.equals(second)).toBe(true);
    expect((await pdfOf(letterOf(factsOf(), 'nn'), null)).equals(first)).toBe(false);
  });
});

describe('titles (helsepersonelloven § 74)', () => {
  const at = moment('2027-12-20T12:00:00Z');

  it.each<[string, Partial<DelegationView>, number]>([
    ['today’s while it stands', {}, at],
    ['the last moment it stood', { status: 'expired' }, moment('2027-05-29T22:00:00.000Z') - 1],
    [
      'the moment it was proposed, of one that never stood',
      { status: 'declined', ...neverStood },
      moment(proposed.recordedAt),
    ],
    [
      'the same of one that ended before it began',
      { status: 'lapsed', ...neverStood },
      moment(proposed.recordedAt),
    ],
  ])('%s', (_, changed, expected) => {
    expect(momentOfTitles({ ...standing, ...changed }, at)).toBe(expected);
  });

  it('the profession is named without its title when the delegator does not hold the right', () => {
    const lines = linesOf(factsOf({ profession: 'HE' }, { professionHeld: false })).join('\n');
    expect(lines).toMatch(/På grunnlag av yrkesgruppe: medarbeider.*\(HE\)/);
  });
});
