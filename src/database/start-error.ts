/** The product cannot start: one line that says what is wrong, where, and how to mend it; never a password. */
export class StartError extends Error {}
