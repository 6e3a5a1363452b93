import { type Language, languages } from '../law/legal-bases.js';
import { refusalTexts } from '../law/refusal-texts.js';
import { refusalView } from '../law/refusal-words.js';
import type { Refusal } from '../law/refusals.js';
import { Refused } from '../law/refused.js';
import { type FieldCode, fieldTexts } from './field-texts.js';
import type { FieldErrorView, ProblemView } from './problem.view.js';
import type { ProblemKind } from './problem-kind.js';
import { type ProblemCode, problems } from './problems.js';

/** What is wrong with one field; `pointer` is a JSON pointer into the body, or `/name` for a parameter or header. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldCode;
  /** The limit that was passed, or the values to choose from. */
  readonly bound?: string | number;
}

interface Extra {
  readonly errors?: readonly FieldError[];
  /** Of a file, whose size bounds what can be wrong with it, nothing is left out. */
  readonly everyError?: boolean;
  /** What the rules say of the rest. */
  readonly refusals?: readonly Refusal[];
  /** Whole seconds, at least 1. */
  readonly retryAfter?: number;
}

/** What is wrong with the request itself; what the rules refuse is `Refused`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extra: Extra = {},
    cause?: unknown,
  ) {
    super(code, { cause });
    this.name = 'Problem';
  }

  static invalid(pointer: string, code: FieldCode, bound?: string | number): Problem {
    return new Problem('invalid', { errors: [{ pointer, code, bound }] });
  }

  get status(): number {
    return problems[this.code].status;
  }

  /** Seconds for Retry-After; undefined where trying again would not help. */
  get retryAfter(): number | undefined {
    const kind: ProblemKind = problems[this.code];
    return this.extra.retryAfter ?? kind.retryAfter;
  }
}

/** RFC 9457. Anything but a `Problem` or a `Refused` is told as `internal`, without a word of what it was. */
export function problemBody(error: Error, language: Language, instance: string): ProblemView {
  if (error instanceof Refused) return refusedBody(error, language, instance);
  const { code, status, extra } = error instanceof Problem ? error : new Problem('internal');
  const { title, detail } = problems[code];
  const { everyError, refusals } = extra;
  const told = everyError ? extra.errors : extra.errors?.slice(0, mostErrors);
  const errors = told?.map((wrong) => fieldErrorView(wrong, language));
  return {
    type: `/problems/${code}`,
    title: title[language],
    status,
    detail: detail[language],
    instance: uriOf(instance),
    code,
    ...(errors && { errors }),
    ...(refusals && { refusals: refusals.map((refusal) => refusalView(refusal, language)) }),
  };
}

/** An answer must not grow with the mistakes in the request. */
const mostErrors = 100;

function refusedBody({ refusals }: Refused, language: Language, instance: string): ProblemView {
  const views = refusals.map((refusal) => refusalView(refusal, language));
  const [first] = refusals;
  if (!first) throw new RangeError('Refused without a refusal');
  return {
    type: `/problems/${first.code}`,
    title: refusalTexts[first.code].title[language],
    status: 409,
    detail: refusalTexts[first.code].detail[language],
    instance: uriOf(instance),
    code: first.code,
    refusals: views,
  };
}

const fieldErrorView = (error: FieldError, language: Language): FieldErrorView => ({
  pointer: error.pointer.slice(0, 1000).toWellFormed(),
  code: error.code,
  detail: wordsOf(error, language),
});

/** What the user reads of a field that is wrong; what stands in brackets, only where there is something to name. */
export const wordsOf = ({ code, bound }: Omit<FieldError, 'pointer'>, language: Language): string =>
  fieldTexts[code][language]
    .replace(/\[(.*)\]/, bound === undefined ? '' : '$1')
    .replace('{bound}', () => `${bound ?? ''}`);

/** Node lets through request targets that are not URIs; `instance` must be one. */
const uriOf = (target: string): string =>
  target
    .slice(0, 1000)
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, (char) => encodeURIComponent(char.toWellFormed()));

/** The language the reader likes best of those we have; bokmål if none is named. Takes an Accept-Language header. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { language: Language; quality: number } = { language: 'nb', quality: 0 };
  for (const range of (acceptLanguage ?? '').slice(0, 1000).split(',')) {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const primary = tag.split('-')[0];
    const language =
      primary === 'no' || primary === '*' ? 'nb' : languages.find((known) => known === primary);
    const quality = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
    if (language && quality > best.quality && quality <= 1) best = { language, quality };
  }
  return best.language;
}
