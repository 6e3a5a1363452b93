import { movedBy } from '../../web/routes/matrix/moves.ts';

const from = { row: 5, column: 5 };
const extent = { rows: 10, columns: 10 };
const pressed = (key: string, at = from, ctrlKey = false) => movedBy({ key, ctrlKey }, at, extent, 4);

describe('the keys of a grid', () => {
  it.each([
    ['ArrowDown', { row: 6, column: 5 }],
    ['ArrowUp', { row: 4, column: 5 }],
    ['ArrowRight', { row: 5, column: 6 }],
    ['ArrowLeft', { row: 5, column: 4 }],
    ['PageDown', { row: 9, column: 5 }],
    ['PageUp', { row: 1, column: 5 }],
    ['Home', { row: 5, column: 0 }],
    ['End', { row: 5, column: 9 }],
  ])('%s', (key, to) => expect(pressed(key)).toEqual(to));

  it('with Ctrl lead to the corners', () => {
    expect(pressed('Home', from, true)).toEqual({ row: 0, column: 0 });
    expect(pressed('End', from, true)).toEqual({ row: 9, column: 9 });
  });

  it('never lead out of it', () => {
    for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp'])
      expect(pressed(key, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown'])
      expect(pressed(key, { row: 9, column: 9 })).toEqual({ row: 9, column: 9 });
  });

  it('are left to the browser where they mean nothing here', () => expect(pressed('a')).toBeNull());
});
