import { createHash } from 'node:crypto';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Language, type LegalBasisId, legalBases, type Text } from '../law/legal-bases.js';
import { refusalTexts } from '../law/refusal-texts.js';
import { type RefusalCode, refusalBases } from '../law/refusals.js';
import { strengthNames } from '../law/strengths.js';
import { languageOf, Problem } from './problem.js';
import { type ProblemCode, problems } from './problems.js';

/** The page behind `type` of a problem: what the code means, how to mend it, and by what law. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  explainProblem(
    @Param('code') code: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): string {
    const language = languageOf(req.headers['accept-language']);
    const page = pageOf(code, language);
    res.vary('Accept-Language').set({ 'Content-Language': language, 'Content-Security-Policy': policy });
    return page;
  }
}

const style =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}' +
  'h1{font-size:1.75rem;line-height:1.25}code{font-size:1rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}';

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const words = {
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  status: { nb: 'HTTP-status', nn: 'HTTP-status', en: 'HTTP status' },
  bases: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Legal bases' },
} as const satisfies Record<string, Text>;

function pageOf(code: string, language: Language): string {
  if (isRefusal(code)) {
    const bases: readonly LegalBasisId[] = refusalBases[code];
    return html(
      language,
      { code, status: 409, ...refusalTexts[code] },
      bases.map((id) => basis(id, language)).join('\n'),
    );
  }
  if (isProblem(code)) return html(language, { code, ...problems[code] }, '');
  throw new Problem('not-found');
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);
const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

function basis(id: LegalBasisId, language: Language): string {
  const { citation, strength, says } = legalBases[id];
  return `<dt>${escaped(citation[language])} (${strengthNames[strength][language]})</dt>\n<dd>${escaped(says[language])}</dd>`;
}

interface Explained {
  readonly code: string;
  readonly status: number;
  readonly title: Text;
  readonly detail: Text;
}

const html = (
  language: Language,
  { code, status, title, detail }: Explained,
  bases: string,
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title[language])} – Fullmakt</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title[language])}</h1>
<p>${escaped(detail[language])}</p>
${bases && `<h2>${words.bases[language]}</h2>\n<dl>\n${bases}\n</dl>\n`}<p>${words.code[language]}: <code>${code}</code> · ${words.status[language]}: ${status}</p>
</main>
</body>
</html>
`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
