import writeWorkbook from 'write-excel-file/node';
import type { FileKind } from './decoding.rules.js';

export const mediaTypes: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Each heading is one that the import knows by itself. The example is of nobody: a file that still holds it is refused. */
const columns: readonly (readonly [heading: string, example: string])[] = [
  ['Ansatt', 'Kari Eksempel'],
  ['HPR-nummer', '1234567'],
  ['E-post', 'kari@eksempel.no'],
  ['Kompetanse', 'Hjerte-lunge-redning'],
  ['Nivå', '1'],
  ['Gjennomført', '28.02.2026'],
  ['Gyldig til og med', '27.02.2027'],
  ['Bekreftet av', 'Ola Eksempel'],
  ['Dokumentasjon', 'Kursbevis'],
  ['Merknad', ''],
];

/** As Norwegian Excel opens it with a double click: a byte order mark and semicolons. */
const csv = (): Buffer =>
  Buffer.from(`\uFEFF${[0, 1].map((i) => columns.map((column) => column[i]).join(';')).join('\r\n')}\r\n`);

const xlsx = (): Promise<Buffer> =>
  writeWorkbook(
    [
      columns.map(([heading]) => ({ value: heading, fontWeight: 'bold' as const })),
      columns.map(([, example]) => ({ value: example, type: String })),
    ],
    { columns: columns.map(() => ({ width: 22 })), sheet: 'Kompetansebevis' },
  ).toBuffer();

export const templateOf = async (format: FileKind): Promise<Buffer> => (format === 'csv' ? csv() : xlsx());
