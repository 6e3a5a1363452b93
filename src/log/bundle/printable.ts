/** Controls, separators of lines and marks of direction: what a terminal obeys instead of showing it. */
const deceptive = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A line that may hold names out of somebody else's log or file, for a terminal. */
export const printable = (line: string): string =>
  line.replace(deceptive, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
