import { buffer } from 'node:stream/consumers';
import type request from 'supertest';
import writeWorkbook from 'write-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Client } from './client.js';

type Value = string | number | boolean | Date;

/** A workbook of one sheet, dates in the format of Norwegian Excel. */
export const xlsx = (rows: readonly (readonly Value[])[], sheet = 'Ark1'): Promise<Buffer> =>
  writeWorkbook(
    rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, format: 'dd.mm.yyyy' } : { value })),
    ),
    { sheet },
  ).toBuffer();

/** A workbook of several sheets, by their names, all text. */
export const sheets = (rowsOf: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<Buffer> =>
  writeWorkbook(
    Object.entries(rowsOf).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map((value) => ({ value, type: String }))),
    })),
  ).toBuffer();

/** The workbook with other XML in its sheet, as whoever writes one by hand would have it. */
export async function withSheetXml(workbook: Buffer, sheetData: string): Promise<Buffer> {
  const [read, written] = [await fromBufferPromise(workbook, { lazyEntries: true }), new ZipFile()];
  for await (const entry of read.eachEntry()) {
    const bytes = await buffer(await read.openReadStreamPromise(entry));
    const isSheet = entry.fileName.startsWith('xl/worksheets/sheet');
    written.addBuffer(isSheet ? Buffer.from(sheetXml(sheetData)) : bytes, entry.fileName);
  }
  written.end();
  return buffer(written.outputStream);
}

const sheetXml = (data: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

export const csv = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

export interface Form {
  readonly name?: string;
  readonly mapping?: object;
  readonly [field: string]: unknown;
}

/** Sends a file to be imported; the other fields as JSON, but for texts. */
export function importing(
  by: Client,
  file: string | Buffer,
  { name = 'kurs.csv', ...fields }: Form = {},
): request.Test {
  const call = by.call('post', 'competence-records/import').attach('file', Buffer.from(file), name);
  for (const [field, value] of Object.entries(fields))
    call.field(field, typeof value === 'string' ? value : JSON.stringify(value));
  return call;
}
