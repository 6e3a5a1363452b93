import { parentPort, workerData } from 'node:worker_threads';
import writeWorkbook from 'write-excel-file/node';

/** Imports nothing of ours: it is started by its own file, as source or built. */
const sheets = workerData as readonly { readonly name: string; readonly rows: readonly string[][] }[];

const widths = [30, 26, 24];

const workbook = writeWorkbook(
  sheets.map(({ name, rows: [header = [], ...rows] }) => ({
    sheet: name,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: header.map((_, i) => ({ width: widths[Math.min(i, 2)] })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map((value) => ({ value, type: String }))),
    ],
  })),
);
parentPort?.postMessage(await workbook.toBuffer());
