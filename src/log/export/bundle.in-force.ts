import { readFileSync } from 'node:fs';
import { catalogueTasks, templates } from '../../catalogue/catalogue.js';
import { approvalTypes } from '../../law/approval-types.js';
import { legalBases } from '../../law/legal-bases.js';
import { occupations } from '../../law/occupations.js';
import { refusalTexts, warningTexts } from '../../law/refusal-texts.js';
import { refusalBases, warningBases } from '../../law/refusals.js';

const written = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** The national catalogue that this version of the product offers. */
export const catalogueJson = (): string => written({ tasks: catalogueTasks, roleDescriptions: templates });

/** The rules that this version of the product judges by: every refusal and warning, with its sources of law. */
export const rulesJson = (): string =>
  written({
    refusals: told(refusalBases, refusalTexts),
    warnings: told(warningBases, warningTexts),
    legalBases,
    occupations,
    approvalTypes,
  });

const told = (
  bases: Readonly<Record<string, readonly string[]>>,
  texts: Readonly<Record<string, object>>,
): object[] => Object.entries(bases).map(([code, ids]) => ({ code, legalBases: ids, texts: texts[code] }));

/** The verifier as it was built: beside the product, or under dist where it runs from its sources. */
export function verifier(): Buffer {
  const root = new URL('../../../', import.meta.url);
  for (const path of ['dist/verify.mjs', 'verify.mjs']) {
    try {
      return readFileSync(new URL(path, root));
    } catch {}
  }
  throw new Error('verify.mjs has not been built: npm run build');
}
