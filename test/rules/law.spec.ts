import { describe, expect, it } from '@jest/globals';
import { approvalTypeCodes, approvalTypes, titleOf } from '../../src/law/approval-types.js';
import { languages, legalBases } from '../../src/law/legal-bases.js';
import { isRegulated, isTrainee, occupationCodes, occupations } from '../../src/law/occupations.js';

const volven9060 =
  'AA AT AU BI ET FA1 FA2 FB FO FT HE HF HP JO KE KI LE MT NP OA OI OP OR OS PE PM PS RA SP TH TL TP TT VE VP XX'.split(
    ' ',
  );
const ownCodes = ['X-MS', 'X-HEL', 'X-MST', 'X-TEK', 'X-LED'];

describe('occupations', () => {
  it('are all of Volven 9060 and our five', () => {
    expect([...occupationCodes].sort()).toEqual([...volven9060, ...ownCodes].sort());
    for (const code of occupationCodes) expect(occupations[code].code).toBe(code);
    for (const code of occupationCodes) {
      expect(occupations[code].source).toBe(code.startsWith('X-') ? 'own' : 'volven-9060');
    }
  });

  it('are groups of § 48, except FB, VE, XX and our own', () => {
    expect(occupationCodes.filter((code) => !isRegulated(code)).sort()).toEqual(
      ['FB', 'VE', 'XX', ...ownCodes].sort(),
    );
    expect(isRegulated('nobody')).toBe(false);
  });

  it('hold one retired code and two in training', () => {
    expect(occupationCodes.filter((code) => occupations[code].retired)).toEqual(['MT']);
    expect(occupationCodes.filter(isTrainee)).toEqual(['X-HEL', 'X-MST']);
  });

  it.each(languages)('have no protected title inside any plain name (%s)', (language) => {
    const isProtected = (code: (typeof occupationCodes)[number]) =>
      occupations[code].source !== 'own' && code !== 'XX';
    const titles = occupationCodes
      .filter(isProtected)
      .map((code) => occupations[code].title[language].toLowerCase());
    expect(titles).toHaveLength(35);
    for (const code of occupationCodes) {
      const name = occupations[code].plainName[language].toLowerCase();
      const words = name.split(/[^\p{L}]+/u);
      expect(name).not.toBe('');
      for (const title of titles) {
        expect({
          code,
          name,
          holds: title,
          found: name.includes(title) || words.includes(title),
        }).toMatchObject({
          found: false,
        });
      }
    }
  });

  it('never show a protected title for a group that has no authorisation here', () => {
    for (const code of ownCodes) expect(occupationCodes).toContain(code);
    for (const code of occupationCodes.filter((own) => own.startsWith('X-'))) {
      expect(occupations[code].title).toEqual(occupations[code].plainName);
    }
  });
});

describe('approval types', () => {
  it('are Volven 7704 in its order', () => {
    expect(approvalTypeCodes.map((code) => `${code} ${approvalTypes[code].name.nb}`)).toEqual([
      '1 autorisasjon',
      '17 autorisasjon med vilkår',
      '4 lisens',
      '3 studentlisens',
      '2 turnuslisens',
      '14 midlertidig tjenesteyting',
      '18 LIS1-lisens',
    ]);
    expect(Object.keys(approvalTypes).sort()).toEqual([...approvalTypeCodes].sort());
    for (const code of approvalTypeCodes) expect(approvalTypes[code].code).toBe(code);
  });

  it('say which carry conditions and which are licences', () => {
    expect(approvalTypeCodes.filter((code) => approvalTypes[code].withConditions)).toEqual(['17']);
    expect(approvalTypeCodes.filter((code) => approvalTypes[code].licence)).toEqual(['4', '3', '2', '18']);
  });

  it.each([
    ['HE', ['1'], 'helsesekretær'],
    ['LE', ['17'], 'lege'],
    ['LE', ['14'], 'lege'],
    ['LE', ['18'], 'lege (lisens)'],
    ['LE', ['3'], 'medisinstudent med lisens'],
    ['LE', ['3', '4'], 'lege (lisens)'],
    ['LE', ['3', '1'], 'lege'],
    ['TL', ['3'], 'tannlege (lisens)'],
    ['HE', [], 'medarbeider i resepsjon og skiftestue'],
    ['HE', ['99'], 'medarbeider i resepsjon og skiftestue'],
  ] as const)('%s with approvals %j is shown as «%s»', (code, approvals, title) => {
    expect(titleOf(code, approvals, 'nb')).toBe(title);
  });
});

describe('legal bases', () => {
  it('are exactly those of the law of the domain, each with its strength', () => {
    const ofStrength = (strength: string) =>
      Object.values(legalBases)
        .filter((basis) => basis.strength === strength)
        .map(({ id }) => id);
    const sections = [
      '3',
      '4',
      '5',
      '7',
      '11',
      '12',
      '16',
      '21',
      '39',
      '48',
      '49',
      '54',
      '57',
      '58',
      '59',
      '74',
    ];
    expect(ofStrength('LAW')).toEqual([...sections.map((number) => `hpl-${number}`), 'ledelse-6-9']);
    expect(ofStrength('GUIDE')).toEqual(['hpl-5-guide']);
    expect(ofStrength('PROF')).toEqual([
      'delta-no-redelegation',
      'local-adaptation',
      'competence-mapping',
      'th-infiltration',
    ]);
    expect(ofStrength('POLICY')).toEqual(['delegator-authorised', 'medicine-approval']);
  });

  it('carry their own id, a citation and a sentence in each language', () => {
    for (const [id, basis] of Object.entries(legalBases)) {
      expect(basis.id).toBe(id);
      for (const language of languages) {
        expect(basis.citation[language]).not.toBe('');
        expect(basis.says[language]).toMatch(/\.$/);
      }
      expect(basis.says.nn).not.toBe(basis.says.nb);
    }
    expect(legalBases['hpl-5'].citation).toEqual({
      nb: 'helsepersonelloven § 5',
      nn: 'helsepersonellova § 5',
      en: 'Health Personnel Act § 5',
    });
  });

  it('call the contested contested', () => {
    expect(legalBases['th-infiltration'].citation.nb).toMatch(/^Omstridt/);
  });
});
