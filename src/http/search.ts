/** Part of a name, in any case and however its letters are composed; in SQL, and the same of what is in memory. */
export const isNamed = (name: string, part: string): string =>
  `strpos(lower(normalize(${name})), lower(normalize(${part}))) > 0`;

export const includesName = (name: string, part: string): boolean =>
  name.normalize().toLowerCase().includes(part.normalize().toLowerCase());
