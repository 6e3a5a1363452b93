/** The first thing in a clinic's stored log that does not hold, in plain words. */
export class LogFault extends Error {
  constructor(
    says: string,
    /** The first entry that does not hold; null where no single one can be named. */
    readonly seq: number | null = null,
  ) {
    super(says);
  }
}
