import { OneOf } from '../http/fields.js';
import { type Language, languages } from '../law/legal-bases.js';

export class LetterQuery {
  /** The letter's language. Left out: the language that is asked for with Accept-Language. */
  @OneOf(languages, { optional: true }) lang?: Language;
}
