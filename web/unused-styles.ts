import type { Plugin } from 'vite';

/** What a script can name: written out, or by its beginning where the rest is put together (`aksel-button--${size}`). */
const named = /(?:--|aksel-)[\w-]+/g;
const block = /([^{}]*)\{([^{}]*)\}/g;

/**
 * The design system's styles as far as scripts can name them: classes and custom properties that nothing here comes to
 * are not sent. Told from what is built, so that nothing is to be kept up by hand; in doubt a rule stays.
 */
export function withoutUnused(): Plugin {
  const sheets = new Map<string, string>();
  const unusedSymbols: string[] = [];
  let isTold = false;
  return {
    name: 'without-unused-styles',
    enforce: 'pre',
    // Before the first sheet is made smaller, by which time all of it is known.
    configResolved: ({ css }) => {
      css.lightningcss = { ...css.lightningcss, unusedSymbols };
    },
    transform(code, id) {
      if (/\.css($|\?)/.test(id)) sheets.set(id, code);
    },
    renderChunk(_code, _chunk, _options, { chunks }) {
      if (isTold) return;
      isTold = true;
      const scripts = Object.values(chunks).flatMap(({ modules }) =>
        Object.values(modules).map(({ code }) => code ?? ''),
      );
      unusedSymbols.push(...unusedIn([...sheets.values()].join('\n'), scripts.join('\n')));
    },
  };
}

/** Classes of the design system, and custom properties, that the sheets have and neither a script nor a rule in use comes to. */
function unusedIn(styles: string, scripts: string): string[] {
  const words = new Set(scripts.match(named));
  const beginnings = [...words].filter((word) => word.endsWith('-') && word !== '--');
  const isNamed = (name: string) => words.has(name) || beginnings.some((word) => name.startsWith(word));
  const classes = [...new Set(classesIn(styles))].filter((name) => !isNamed(name));
  const { properties, needed } = propertiesIn(styles, new Set(classes));
  const reached = new Set<string>();
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const next of properties.get(name) ?? []) reach(next);
  };
  for (const name of [...needed, ...[...properties.keys()].filter(isNamed)]) reach(name);
  return [...classes, ...[...properties.keys()].filter((name) => !reached.has(name))];
}

const classesIn = (text: string): string[] =>
  [...text.matchAll(/\.(aksel-[\w-]+)/g)].map(([, name = '']) => name);

/** Which properties the sheets give and what each is made of, and which of them the rules in use ask for. */
function propertiesIn(styles: string, unused: ReadonlySet<string>) {
  const properties = new Map<string, string[]>();
  const needed: string[] = [];
  for (const [, before = '', declarations = ''] of styles.matchAll(block)) {
    if (!isUsed(before, unused)) continue;
    // Of a rule within another one, what stands before it are that one's own declarations.
    for (const declaration of `${before};${declarations}`.split(';')) {
      const asked = [...declaration.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
      const [, given] = /^\s*(--[\w-]+)\s*:/.exec(declaration) ?? [];
      if (given) properties.set(given, [...(properties.get(given) ?? []), ...asked]);
      else needed.push(...asked);
    }
  }
  return { properties, needed };
}

/** Whether one of its selectors can be met. */
const isUsed = (before: string, unused: ReadonlySet<string>): boolean =>
  (before.split(';').at(-1) ?? '')
    .split(/,(?![^()]*\))/)
    .some((selector) => !classesIn(selector).some((name) => unused.has(name)));
