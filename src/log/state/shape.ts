/** How a column is read, so that it reads as the fold writes it. */
export type Kind = 'plain' | 'moment' | 'from' | 'day' | 'period' | 'json' | 'digest';
/** What a row is known by, and its columns. */
export interface Shape {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Kind>>;
}

export const plain = <Name extends string>(...names: Name[]): Record<Name, Kind> =>
  Object.fromEntries(names.map((name) => [name, 'plain'])) as Record<Name, Kind>;
