import { Instant } from '../../http/fields.js';

/** Without a period, the whole log. */
export class ExportQuery {
  /** A part of the log: from the first entry at or after this moment … */
  @Instant({ optional: 'absent' }) from?: string;
  /** … to the last one before this. A part holds no summary. */
  @Instant({ optional: 'absent' }) to?: string;
  /** The moment the summary answers for: who may do what then. Now, unless said otherwise. */
  @Instant({ optional: 'absent' }) at?: string;
}
