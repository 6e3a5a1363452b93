/** The product cannot start: one line that says what is wrong, where, and how to mend it; never a password. */
export class StartError extends Error {}

/** The code of an error of the system or of PostgreSQL (ENOENT, ECONNREFUSED, 28P01 …); '' where there is none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
