import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrinting } from '../../app/printing.ts';
import styles from './printed.module.css';
import type { Sheet } from './sheet.ts';

/** As many columns as are read on A4 across. */
const acrossPage = 10;
/** More than this is for a spreadsheet. */
const mostCells = 15_000;

/** All of it as plain tables, one after the other: made when it is to be printed, and gone again. */
export function Printed({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const printing = usePrinting();
  const { people, lines } = sheet;
  if (!printing) return null;
  if (people.length * lines.length > mostCells)
    return <p className={styles.printed}>{t('matrix.tooLargeToPrint')}</p>;
  const first = people.flatMap((_, i) => (i % acrossPage === 0 ? [i] : []));
  return (
    <div className={styles.printed}>
      {first.map((from) => (
        <OnePage key={from} sheet={sheet} from={from} />
      ))}
    </div>
  );
}

function OnePage({ sheet: { people, lines, corner, cell }, from }: { sheet: Sheet; from: number }) {
  const here = people.slice(from, from + acrossPage);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {here.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, group }, line) => (
          <Fragment key={id}>
            {group !== '' && group !== lines[line - 1]?.group && (
              <tr>
                <th scope="rowgroup" colSpan={here.length + 1} className={styles.group}>
                  {group}
                </th>
              </tr>
            )}
            <tr>
              <th scope="row">{name}</th>
              {here.map((person, i) => (
                <td key={person.id}>{cell(line, from + i)}</td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
