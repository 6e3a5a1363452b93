import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Who may import whom. An exception that is no longer needed fails: the list only shrinks. */
const exceptions: readonly string[] = [];

interface Source {
  readonly path: string;
  readonly lines: readonly string[];
  readonly imports: readonly string[];
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

function sourceOf(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';|^import '([^']+)';/gms)]
    .map(([, named, bare]) => named ?? bare ?? '')
    .map((target) =>
      target.startsWith('.') ? normalize(join(dirname(path), target)).replace(/\.js$/, '.ts') : target,
    );
  return { path, lines: text.split('\n'), imports };
}

const sources = [...files('src'), ...files('migrations')].map(sourceOf);
const code = sources.filter(
  ({ path }) =>
    path.startsWith('src/') &&
    !path.startsWith('src/catalogue/tasks-') &&
    !/refusal-texts|field-texts/.test(path),
);

/** The screens, but for what is generated and what is only words. */
const screens = files('web')
  .filter((path) => !/^web\/(api\/schema|texts\/(nb|nn|en))\.ts$/.test(path))
  .map(sourceOf);

/** What an auditor's verifier is made of: nothing else may be needed to check a log. */
const provable = /^src\/log\/(tree|text|note|small-order|checkpoint|proof)\.ts$/;

/** What a log adds up to: rebuilt on the server, and by whoever verifies offline. */
const folded =
  /^src\/log\/state\/(state(\.[\w-]+)?|fold[\w.-]*|rows?(\.[\w-]+)?|facts|ground|difference)\.ts$/;

/** What else the checking of a bundle is made of. */
const pure: readonly string[] = [
  'src/law/legal-bases.ts',
  'src/log/canonical.ts',
  'src/log/erasure.rules.ts',
  'src/log/platform.ts',
];

/** What the checking of a bundle takes from outside, each in its own file. */
const outside: Readonly<Record<string, readonly string[]>> = {
  'src/log/bundle/folder.ts': ['node:fs/promises', 'node:path'],
  'src/log/bundle/zip-file.ts': ['node:fs/promises', 'node:stream', 'node:zlib'],
};

const rules: readonly { says: string; breaks: (from: Source, to: string) => boolean }[] = [
  {
    says: 'law imports only law',
    breaks: ({ path }, to) => path.startsWith('src/law/') && !to.startsWith('src/law/'),
  },
  {
    says: 'rules import only law, rules and facts',
    breaks: ({ path }, to) =>
      path.endsWith('.rules.ts') && !to.startsWith('src/law/') && !/\.(rules|facts)\.ts$/.test(to),
  },
  {
    says: 'facts import only law',
    breaks: ({ path }, to) => path === 'src/decision/decision.facts.ts' && !to.startsWith('src/law/'),
  },
  {
    says: 'entries are made with node:crypto alone, and their canonical form with nothing',
    breaks: ({ path }, to) =>
      path === 'src/log/canonical.ts' ||
      (path === 'src/log/entry.ts' && !['node:crypto', 'src/log/canonical.ts'].includes(to)),
  },
  {
    says: 'the provable log is checked with nothing but what it runs on',
    breaks: ({ path }, to) => provable.test(path) && !provable.test(to) && to !== 'src/log/platform.ts',
  },
  {
    says: 'what a verifier runs on is one file: of node:crypto, or in a browser of two libraries',
    breaks: ({ path }, to) =>
      (path === 'src/log/platform.ts' && to !== 'node:crypto') ||
      (path === 'src/log/browser/platform.ts' && !to.startsWith('@noble/')),
  },
  {
    says: 'the verifier of the screens is that of the bundle, but for how a file is read',
    breaks: ({ path }, to) =>
      path.startsWith('src/log/browser/') &&
      path !== 'src/log/browser/platform.ts' &&
      !/^src\/log\/(bundle|browser)\//.test(to) &&
      to !== 'src/log/platform.ts',
  },
  {
    says: 'what a log adds up to is rebuilt by what is pure',
    breaks: ({ path }, to) =>
      folded.test(path) &&
      !folded.test(to) &&
      !to.startsWith('src/law/') &&
      !/\.(rules|facts)\.ts$/.test(to) &&
      to !== 'src/log/canonical.ts',
  },
  {
    says: 'the summary is made again offline, from what is pure',
    breaks: ({ path }, to) =>
      path.startsWith('src/log/summary/') &&
      !/^src\/(log\/(summary|state)|law)\/|\.(rules|facts)\.ts$|^src\/catalogue\/areas\.ts$/.test(to),
  },
  {
    says: 'a bundle is checked offline: by what is pure, with files and zips read in one place each',
    breaks: ({ path }, to) =>
      path.startsWith('src/log/bundle/') &&
      !/^src\/log\/(bundle|state|summary)\//.test(to) &&
      !provable.test(to) &&
      !pure.includes(to) &&
      !(outside[path] ?? []).includes(to),
  },
  {
    says: 'the command that verifies needs nothing of the server',
    breaks: ({ path }, to) =>
      /^src\/cli\/(verify|verify-folder)\.ts$/.test(path) &&
      !to.startsWith('src/log/bundle/') &&
      !to.startsWith('node:') &&
      to !== 'src/cli/verify.ts',
  },
  {
    says: 'what a letter says is made of what it is given, without looking anything up',
    breaks: ({ path }, to) =>
      /^src\/letter\/(letter\.(document|opening|block|facts|dates|words)|standing\.words)\.ts$/.test(path) &&
      !/^src\/(letter\/|law\/|catalogue\/areas\.ts$|delegation\/delegation\.dto\.ts$)/.test(to),
  },
  {
    says: 'only database/ and the start of the process know the DataSource',
    breaks: ({ path, lines }, to) =>
      to === 'typeorm' &&
      !/^(src\/database\/|migrations\/|src\/start\.ts)/.test(path) &&
      lines.some((line) => /import .*from 'typeorm'/.test(line)),
  },
  {
    says: 'controllers reach the database through services only',
    breaks: ({ path }, to) =>
      path.endsWith('.controller.ts') &&
      to.startsWith('src/database/') &&
      path !== 'src/health/health.controller.ts',
  },
  {
    says: 'nothing in src imports tests, bench or web',
    breaks: ({ path }, to) => !path.startsWith('web/') && /^(test|bench|web)\//.test(to),
  },
  {
    says: 'the screens know the server by its contract alone',
    breaks: ({ path }, to) => path.startsWith('web/') && /^(src|migrations|test|bench)\//.test(to),
  },
  {
    says: 'what the screens share knows no screen',
    breaks: ({ path }, to) => /^web\/(api|ui|texts)\//.test(path) && to.startsWith('web/routes/'),
  },
  {
    says: 'dto files know no service and no database',
    breaks: ({ path }, to) =>
      path.endsWith('.dto.ts') && (/\.service\.ts$/.test(to) || to.startsWith('src/database/')),
  },
];

describe('who may import whom', () => {
  const broken = rules.flatMap(({ says, breaks }) =>
    [...sources, ...screens].flatMap((from) =>
      from.imports.filter((to) => breaks(from, to)).map((to) => `${says}: ${from.path} → ${to}`),
    ),
  );

  it('holds, but for the exceptions', () =>
    expect(broken.filter((line) => !exceptions.includes(line))).toEqual([]));

  it('has no exception that is no longer needed', () =>
    expect(exceptions.filter((line) => !broken.includes(line))).toEqual([]));

  it('leads from the verifier of the screens to nothing of Node', () => {
    const reached = reachedInBrowser('src/log/browser/worker.ts');
    expect(reached.length).toBeGreaterThan(50);
    expect(reached.filter((path) => !path.startsWith('src/') && !path.startsWith('@noble/'))).toEqual([]);
    const nodes = sources.filter(
      ({ path, lines }) =>
        reached.includes(path) && /\b(Buffer|process|require|setImmediate)\b[.(]/.test(lines.join('\n')),
    );
    expect(nodes.map(({ path }) => path)).toEqual([]);
  });

  it('leads from the thread of the matrices to nothing of the server', () => {
    const reached = reachedFrom('src/matrix/matrix.worker.ts');
    expect(reached.length).toBeGreaterThan(15);
    expect(reached.filter((path) => !path.startsWith('node:') && !thought.test(path))).toEqual([]);
  });

  it('has no cycles', () => expect(cycles()).toEqual([]));
});

/** What a matrix is judged and written with: it could run anywhere. */
const thought = /^src\/(law|matrix|catalogue)\/|\.rules\.ts$|^src\/decision\/facts\.loader\.ts$/;

/** All that becomes verifier.js, with what is the browser's own in its place. */
const reachedInBrowser = (from: string): string[] =>
  reachedFrom(from, (path) => (path === 'src/log/platform.ts' ? 'src/log/browser/platform.ts' : path));

function reachedFrom(from: string, inPlaceOf = (path: string): string => path): string[] {
  const graph = new Map(sources.map((source) => [source.path, valueImports(source)]));
  const reached = new Set<string>();
  const walk = (path: string): void => {
    const there = inPlaceOf(path);
    if (reached.has(there)) return;
    reached.add(there);
    for (const next of graph.get(there) ?? []) walk(next);
  };
  walk(from);
  return [...reached];
}

/** Types alone make no cycle at run time. */
function cycles(): string[] {
  const graph = new Map(sources.map((source) => [source.path, runtimeImports(source)]));
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

const runtimeImports = (source: Source): string[] =>
  valueImports(source).filter((target) => target.endsWith('.ts'));

/** But for those of types alone. */
function valueImports({ path, lines }: Source): string[] {
  const text = lines.join('\n');
  return [...text.matchAll(/^import (?!type )([^;]*?)from '([^']+)';/gms)]
    .filter(([, names]) => !/^\{(\s*type [\w$]+(?: as [\w$]+)?,?)+\s*\}\s*$/.test(names ?? ''))
    .map(([, , target = '']) =>
      target.startsWith('.') ? normalize(join(dirname(path), target)).replace(/\.js$/, '.ts') : target,
    );
}

describe('sizes', () => {
  const lengths = code
    .map(({ path, lines }) => ({ path, lines: lines.length }))
    .sort((a, b) => a.lines - b.lines);

  it('no file is longer than 300 lines', () =>
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]));

  it('no screen is longer than 300 lines, and 19 of 20 at most 200', () => {
    const sizes = screens
      .map(({ path, lines }) => ({ path, lines: lines.length }))
      .sort((a, b) => a.lines - b.lines);
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.95)]?.lines).toBeLessThanOrEqual(200);
  });

  it('19 of 20 files are at most 200 lines', () => {
    expect(lengths[Math.floor(lengths.length * 0.95)]?.lines).toBeLessThanOrEqual(200);
  });

  it('no function is longer than 50 lines, and 19 of 20 at most 30', () => {
    const functions = [...code, ...screens].flatMap(functionLengths).sort((a, b) => a.lines - b.lines);
    expect(functions.filter(({ lines }) => lines > 50)).toEqual([]);
    expect(functions[Math.floor(functions.length * 0.95)]?.lines).toBeLessThanOrEqual(30);
  });

  it('no class asks for more than four others', () => {
    const greedy = code.filter(({ lines }) => {
      const asked = /constructor\(([^)]*)\)/s.exec(lines.join('\n'))?.[1] ?? '';
      return (asked.match(/private readonly/g) ?? []).length > 4;
    });
    expect(greedy.map(({ path }) => path)).toEqual([]);
  });
});

/** Functions and methods as the formatter leaves them: from the line that opens to the brace at the same depth. */
function functionLengths({ path, lines }: Source): { name: string; lines: number }[] {
  const opening =
    /^(\s*)(?:export )?(?:private |protected |override |static )*(?:async )?(?:function )?([\w$]+)(?:<[^>]*>)?\(.*\{$/;
  return lines.flatMap((line, start) => {
    const [, indent, name] = opening.exec(line) ?? [];
    if (indent === undefined || /^\s*(if|for|while|switch|catch|describe|it)\b/.test(line)) return [];
    const end = lines.findIndex(
      (later, i) => i > start && (later === `${indent}}` || later.startsWith(`${indent}})`)),
    );
    return end < 0 ? [] : [{ name: `${path} ${name}`, lines: end - start + 1 }];
  });
}

describe('names', () => {
  it('there is no drawer for what has no noun', () => {
    const drawers = /\/(common|utils?|shared|helpers?|base|interfaces)(\/|\.ts$)/;
    expect([...sources, ...screens].filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('classes are called after the domain', () => {
    const named = [...sources, ...screens].flatMap(({ path, lines }) =>
      lines
        .flatMap((line) => /\bclass (\w*(?:Dto|Impl|Base|Manager|Helper))\b/.exec(line)?.[1] ?? [])
        .map((name) => `${path} ${name}`),
    );
    expect(named.filter((name) => !name.endsWith(' FirstManager'))).toEqual([]);
  });

  it('nothing is switched off, left undone or taken from outside the transaction', () => {
    const forbidden =
      /@InjectRepository|@InjectDataSource|synchronize: *true|\bas any\b|: any\b|@ts-ignore|@ts-nocheck|biome-ignore|\bTODO\b|\bFIXME\b/;
    const found = [...sources, ...screens].flatMap(({ path, lines }) =>
      lines.flatMap((line, i) =>
        forbidden.test(line) ? [`${relative('.', path)}:${i + 1} ${line.trim()}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });
});
