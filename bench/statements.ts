/** What went to the database: a simple query has no values. Binary values are base64 with `binary` set. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly values: Values | null;
}

type Values = readonly (string | null)[];

/** A text with holes: strings at even places, names of variables at odd ones. */
export type Template = readonly string[];

/** A statement as the floor sends it. */
export interface Step {
  readonly name: string;
  readonly sql: Template;
  readonly values: readonly (Template | null)[] | null;
}

/** A request that the floor answers: the same statements, and an answer of the same size. */
export interface Route {
  readonly method: string;
  /** Regular expression; its first group is the variable `delegationId`. */
  readonly path: string;
  readonly steps: readonly Step[];
  readonly status: number;
  readonly answer: object;
  /** The variable that becomes the answer's id, if the request makes something. */
  readonly madeId: string | null;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|\+00:00)$/;

/**
 * Turns what the product sent for one probe into what the floor sends for any request like it.
 * `known` names the values of the probe; ids that nobody knew are the ones that the request made;
 * moments close to now are now; a list of one whole number beside log entries is their number.
 * With `isFixed` nothing is made, and ids that nobody knew are the same in every request.
 */
export function stepsOf(
  statements: readonly Statement[],
  known: ReadonlyMap<string, string>,
  isFixed = false,
): { steps: Step[]; made: Map<string, string> } {
  const made = new Map<string, string>();
  const nameOf = (id: string): string | null => {
    if (isFixed && !known.has(id)) return null;
    const name = known.get(id) ?? made.get(id) ?? `made${made.size}`;
    if (!known.has(id)) made.set(id, name);
    return name;
  };
  const steps = statements.map(({ name, sql, values }): Step => {
    const logs = sql.includes('insert into log_entry');
    const holes = (text: string) => templateOf(text, known, nameOf, logs);
    if (values === null) return { name, sql: holes(sql), values: null };
    const kept = sql.includes('insert into log_checkpoint') ? unsigned(values) : values;
    return { name, sql: [sql], values: kept.map((value) => (value === null ? null : holes(value))) };
  });
  return { steps, made };
}

/** The floor holds no key: size, root and note of a checkpoint, the last three values of an append, are left out. */
const unsigned = (values: Values): Values => [...values.slice(0, -3), null, null, null];

function templateOf(
  text: string,
  known: ReadonlyMap<string, string>,
  nameOf: (id: string) => string | null,
  logs: boolean,
): Template {
  const whole = known.get(text);
  if (whole) return ['', whole, ''];
  if (instant.test(text)) {
    const moment = known.get(new Date(text).toISOString());
    if (moment) return ['', moment, ''];
    return Math.abs(Date.parse(text) - Date.now()) < 60_000 ? ['', 'now', ''] : [text];
  }
  const parts: string[] = [];
  let from = 0;
  const pattern = logs && /^\{(?:"?\d+"?,?)+\}$/.test(text) ? /\d+/g : uuid;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const name = pattern === uuid ? nameOf(found) : 'seq';
    if (name === null) continue;
    parts.push(text.slice(from, index), name);
    from = index + found.length;
  }
  return [...parts, text.slice(from)];
}

export type Variables = Record<string, string>;

export function rendered(template: Template, variables: Variables): string {
  if (template.length === 1) return template[0] as string;
  let text = '';
  for (let i = 0; i < template.length; i++)
    text += i % 2 === 0 ? template[i] : variableNamed(template[i] as string, variables);
  return text;
}

function variableNamed(name: string, variables: Variables): string {
  const value = variables[name];
  if (value === undefined) throw new Error(`nothing tells the floor what ${name} is`);
  return value;
}
