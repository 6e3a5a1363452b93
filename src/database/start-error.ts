/** Why the product cannot start: one line that says what is wrong, where, and how to mend it. Never a password. */
export class StartError extends Error {}
