import { readTable } from '../../src/record-import/table.js';

const asked = (text: string) => ({ kind: 'csv', text, delimiter: ';', most: 10 }) as const;

test('a clinic that sends many files keeps another waiting for one of them', async () => {
  const read: string[] = [];
  const send = async (clinic: string, text: string) => {
    const { lines } = await readTable(clinic, asked(text));
    read.push(String(lines[0]?.cells[0]));
  };
  await Promise.all([
    ...['A1', 'A2', 'A3', 'A4'].map((text) => send('a', text)),
    ...['B1', 'B2'].map((text) => send('b', text)),
  ]);
  expect(read).toEqual(['A1', 'B1', 'A2', 'B2', 'A3', 'A4']);
});
