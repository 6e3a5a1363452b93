import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
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
  const { people, lines, corner, cell } = sheet;
  if (!printing) return null;
  if (people.length * lines.length > mostCells)
    return <p className={styles.printed}>{t('matrix.tooLargeToPrint')}</p>;
  const first = people.flatMap((_, i) => (i % acrossPage === 0 ? [i] : []));
  return (
    <div className={styles.printed}>
      {first.map((from) => (
        <table key={from} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {people.slice(from, from + acrossPage).map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name }, line) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {people.slice(from, from + acrossPage).map((person, i) => (
                  <td key={person.id}>{cell(line, from + i)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
