import { buffer } from 'node:stream/consumers';
import { parentPort } from 'node:worker_threads';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { ZipFile } from 'yazl';
import type { Cell } from './cell.rules.js';
import type { Line, TableAsked, TableRead } from './table.js';

// Runs in a thread of its own, with its own memory and its own time: what a file makes of itself here harms nobody else.
// It is loaded as it stands, so it takes nothing but types from the files beside it.

type Take = (row: readonly Cell[]) => void;

/** Keeps rows that hold anything, by the number that a spreadsheet shows beside them; no more than are asked for, and one. */
function keeping(most: number): { readonly lines: Line[]; readonly take: Take } {
  const lines: Line[] = [];
  let number = 0;
  const take: Take = (row) => {
    number++;
    const last = row.findLastIndex((cell) => cell !== null && String(cell).trim() !== '');
    if (last >= 0 && lines.length <= most) lines.push({ number, cells: row.slice(0, last + 1) });
  };
  return { lines, take };
}

function readCsv({ text, delimiter, most }: Extract<TableAsked, { kind: 'csv' }>): TableRead {
  const { lines, take } = keeping(most);
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: (row: string[]) => {
      take(row);
      return null;
    },
  });
  return { lines, sheet: null, sheets: [], from1904: false };
}

async function readXlsx({ files, sheet, most }: Extract<TableAsked, { kind: 'xlsx' }>): Promise<TableRead> {
  const texts = files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);
  const zip = new ZipFile();
  for (const [name, xml] of texts) zip.addBuffer(Buffer.from(withEveryValue(xml)), name, { compress: false });
  zip.end();
  const all = await readWorkbook(await buffer(zip.outputStream), {
    trim: false,
  });
  const sheets = all.map((one) => one.sheet);
  const wanted = all.find((one) => (sheet === null ? one.data.length > 0 : one.sheet === sheet));
  const from1904 = texts.some(
    ([name, xml]) => name === 'xl/workbook.xml' && /\bdate1904\s*=\s*["'](1|true)["']/.test(xml),
  );
  const { lines, take } = keeping(most);
  for (const row of wanted?.data ?? []) take(row.map(plain));
  return { lines, sheet: wanted?.sheet ?? null, sheets, from1904 };
}

/** A date of the workbook is a day; where it is none, it says so. */
const plain = (value: unknown): Cell => {
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? '#N/A' : value.toISOString().slice(0, 10);
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
};

const formulaAlone = /<((?:\w+:)?)c\b([^<>]*)>(<\1f\b[^<>]*(?:\/>|>[^<]*<\/\1f>))(?:<\1v\s*\/>)?<\/\1c>/g;
const wrong = /(<(?:\w+:)?c\b[^<>]*?\s)t="e"/g;

/** A cell whose formula went wrong or was never worked out is not an empty one: it says so in the words of the spreadsheet. */
const withEveryValue = (xml: string): string =>
  xml
    .replace(wrong, '$1t="str"')
    .replace(formulaAlone, (_, prefix: string, attributes: string, formula: string) => {
      const others = attributes.replace(/\st="\w*"/, '');
      return `<${prefix}c${others} t="str">${formula}<${prefix}v>#N/A</${prefix}v></${prefix}c>`;
    });

parentPort?.on('message', async (asked: TableAsked) => {
  try {
    parentPort?.postMessage(asked.kind === 'csv' ? readCsv(asked) : await readXlsx(asked));
  } catch (error) {
    parentPort?.postMessage({ unreadable: error instanceof Error ? error.message : 'unreadable' });
  }
});
