import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Request } from 'express';
import { askedAs, cookieNamed } from './asked-as.js';

/** As `web/server.tsx` makes it: the screens are built apart, and of theirs the product has nothing but the file. */
interface Made {
  readonly html: string;
  readonly answers: string;
  readonly title: string;
  readonly language: string;
  readonly screen: string;
}

interface Wanted {
  readonly address: string;
  readonly language: string | undefined;
  readonly isPhone: boolean;
  readonly ask: (path: string) => Promise<unknown>;
}

type Elsewhere = { readonly goTo: string };
type Make = (wanted: Wanted) => Promise<Made | Elsewhere | null>;

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/**
 * Makes the page that somebody opens as the browser would, so that a phone on a slow line has something to read
 * before any script has come. What it shows is asked for over the API with the reader's own cookie: there is no other
 * way to it, and no other check of who may see what.
 */
export class FirstPages {
  private readonly template: string;
  private readonly built: Readonly<Record<string, Built>>;
  private readonly maker: string;
  private make: Promise<Make> | undefined;

  constructor(folder: string) {
    this.template = readFileSync(join(folder, 'index.html'), 'utf8');
    this.built = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Built>;
    this.maker = join(folder, '..', 'web-server', 'server.js');
  }

  /** The page, where else to go, or null where the browser is to make it. */
  async of(req: Request): Promise<{ readonly page: string } | Elsewhere | null> {
    if (!existsSync(this.maker)) return null;
    // Loaded when somebody comes: whoever uses the API alone does without.
    this.make ??= import(pathToFileURL(this.maker).href).then(({ firstPage }) => firstPage as Make);
    const make = await this.make;
    const made = await make({
      address: req.originalUrl,
      language: cookieNamed(req, 'fullmakt-language'),
      isPhone: isPhone(req),
      ask: (path) => askedAs(req, path),
    });
    if (made === null || 'goTo' in made) return made;
    const shown = cookieNamed(req, 'fullmakt-shown') === 'dark' ? 'dark' : 'light';
    return { page: this.filled(made, `class="${shown}"${isPhone(req) ? ' data-phone' : ''}`) };
  }

  private filled({ html, answers, title, language, screen }: Made, marks: string): string {
    const texts = (of: string): string => this.built[`texts/${of}.ts`]?.file ?? '';
    const start = linkTo(this.built['start.tsx']?.file ?? '');
    const parts = [
      ['<html lang="nb" class="light">', `<html lang="${language}" ${marks}>`],
      [/ *<link rel="preload" href="\/api[^>]*>\n/, ''],
      [/<title>[^<]*/, `<title>${title} – Fullmakt`],
      [texts('nb'), texts(language)],
      // The script that starts it all is the last one.
      [start, [...this.linksOf(screen), start].join('\n    ')],
      // What can be read comes first; main.ts fetches the scripts when it is seen.
      [/rel="modulepreload"/g, 'rel="when-seen"'],
      [
        /<div id="root">.*<\/div>/s,
        `<div id="root">${html}</div>\n    <script type="application/json" id="answers">${answers}</script>`,
      ],
    ] as const;
    // By function: what people have written may hold signs that a replacement gives a meaning to.
    return parts.reduce((page, [place, content]) => page.replace(place, () => content), this.template);
  }

  /** Its styles must be there before it is seen, its scripts before it comes alive; what every page has, the template has. */
  private linksOf(screen: string): string[] {
    return [...this.needed(screen)].map(linkTo).filter((link) => !this.template.includes(link));
  }

  private needed(key: string, files = new Set<string>()): Set<string> {
    const { file, imports = [], css = [] } = this.built[key] ?? {};
    if (!file || files.has(file)) return files;
    for (const one of [...css, file]) files.add(one);
    for (const next of imports) this.needed(next, files);
    return files;
  }
}

const linkTo = (file: string): string =>
  `<link rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="/${file}">`;

/** A guess, which the browser makes good as soon as it is awake. */
const isPhone = ({ headers }: Request): boolean =>
  headers['sec-ch-ua-mobile'] === '?1' || /\bMobi/.test(headers['user-agent'] ?? '');
