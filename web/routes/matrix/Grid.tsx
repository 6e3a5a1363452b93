import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';
import { movedBy, type Place } from './moves.ts';
import { reveal, useSeen } from './seen.ts';
import { type Row, rowsOf, type Sheet } from './sheet.ts';
import { useFocusKept } from './useFocusKept.ts';

interface Asked {
  readonly sheet: Sheet;
  readonly chosen: Place | null;
  readonly onOpen: (place: Place) => void;
}

/** People and tasks in a grid that the keyboard moves in: one stop in the order of tabs, arrows within, Enter opens. */
export function Grid({ sheet, chosen, onOpen }: Asked) {
  const { t } = useTranslation();
  const { lines, people } = sheet;
  const { rows, active, isMade, watched, worked } = useWorked({ sheet, chosen, onOpen });
  const { firstRow, endRow, firstColumn, endColumn } = watched.seen;
  return (
    <div ref={watched.box} className={styles.box} onScroll={watched.look}>
      <div style={{ width: sizeOf(people.length, 'column'), height: sizeOf(rows.length, 'row') }}>
        <table
          {...worked}
          aria-label={sheet.name}
          aria-description={t('matrix.keys')}
          aria-rowcount={rows.length + 1}
          aria-colcount={people.length + 1}
          className={styles.grid}
          style={{
            marginTop: `calc(${firstRow} * var(--row))`,
            marginLeft: `calc(${firstColumn} * var(--column))`,
            width: sizeOf(endColumn - firstColumn, 'column'),
          }}
          tabIndex={isMade ? -1 : 0}
        >
          <Head sheet={sheet} from={firstColumn} to={endColumn} />
          <tbody>
            {rows.slice(firstRow, endRow).map((row, i) => (
              <OneRow
                key={'line' in row ? lines[row.line]?.id : row.group}
                row={row}
                index={firstRow + i + 2}
                sheet={sheet}
                from={firstColumn}
                to={endColumn}
                active={active}
                chosen={chosen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Where in the grid one is, and what its keys and clicks do. */
function useWorked({ sheet: { lines, people }, chosen, onOpen }: Asked) {
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const watched = useSeen({ rows: rows.length, columns: people.length });
  const [asked, setActive] = useState<Place>(chosen ?? { row: 0, column: 0 });
  const active = {
    row: Math.min(asked.row, lines.length - 1),
    column: Math.min(asked.column, people.length - 1),
  };
  const indexOf = (line: number) => rows.findIndex((row) => 'line' in row && row.line === line);
  const { firstRow, endRow, firstColumn, endColumn } = watched.seen;
  const isMade = isIn(indexOf(active.row), firstRow, endRow) && isIn(active.column, firstColumn, endColumn);
  const kept = useFocusKept(isMade, active);
  const open = (place: Place) => {
    setActive(place);
    onOpen(place);
  };
  // What is open beside the grid takes of its room: the cell that it is about stays in sight.
  const openAt = chosen && `${indexOf(chosen.row)} ${chosen.column}`;
  const { box } = watched;
  useEffect(() => {
    const [row, column] = (openAt ?? '').split(' ').map(Number);
    if (box.current && row !== undefined && column !== undefined) reveal(box.current, row, column);
  }, [box, openAt]);
  const onClick = (event: MouseEvent) => {
    const place = placeClicked(event);
    if (place) open(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event, active, { rows: lines.length, columns: people.length }, watched.page());
    const opens = event.key === 'Enter' || event.key === ' ';
    if (!next && !opens) return;
    event.preventDefault();
    if (!next) return open(active);
    setActive(next);
    if (box.current) reveal(box.current, indexOf(next.row), next.column);
  };
  return { rows, active, isMade, watched, worked: { ...workedIn, ...kept, onClick, onKeyDown } };
}

/** As the ARIA Authoring Practices have it: a table that is worked in, whose cells are then cells of a grid. */
const workedIn = { role: 'grid' };

const isIn = (at: number, from: number, to: number): boolean => at >= from && at < to;

/** All of it, seen or not, so that the bars of the box are of the right size. */
const sizeOf = (count: number, kind: 'row' | 'column'): string =>
  `calc(var(--${kind === 'row' ? 'head' : 'first'}) + ${count} * var(--${kind}))`;

function placeClicked({ target }: MouseEvent): Place | null {
  const cell = target instanceof Element ? target.closest('td') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

function Head({ sheet: { corner, people }, from, to }: { sheet: Sheet; from: number; to: number }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} className={styles.corner}>
          {corner}
        </th>
        {people.slice(from, to).map(({ id, name, title }, i) => (
          <th key={id} scope="col" aria-colindex={from + i + 2} className={styles.person}>
            <div>
              <span className={styles.name}>{name}</span> <span className={styles.title}>{title}</span>
            </div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface Made {
  readonly row: Row;
  /** As ARIA counts them: from 1, the head among them. */
  readonly index: number;
  readonly sheet: Sheet;
  readonly from: number;
  readonly to: number;
  readonly active: Place;
  readonly chosen: Place | null;
}

function OneRow({ row, index, sheet: { people, lines, cell }, from, to, active, chosen }: Made) {
  if ('group' in row)
    return (
      <tr aria-rowindex={index}>
        <th scope="rowgroup" aria-colindex={1} className={styles.group}>
          <div>{row.group}</div>
        </th>
      </tr>
    );
  const { line } = row;
  const isAt = (place: Place | null, column: number) => place?.row === line && place.column === column;
  return (
    <tr aria-rowindex={index}>
      <th scope="row" aria-colindex={1} className={styles.line}>
        <div>
          <span>{lines[line]?.name}</span>
        </div>
      </th>
      {people.slice(from, to).map(({ id }, i) => {
        const column = from + i;
        return (
          <td
            key={id}
            aria-colindex={column + 2}
            aria-current={isAt(chosen, column) || undefined}
            data-row={line}
            data-column={column}
            data-active={isAt(active, column) || undefined}
            tabIndex={isAt(active, column) ? 0 : -1}
          >
            <div>{cell(line, column)}</div>
          </td>
        );
      })}
    </tr>
  );
}
