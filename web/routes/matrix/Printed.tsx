import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrinting } from '../../app/printing.ts';
import { allCompetences } from '../../ui/choices.ts';
import { useOccupationNames } from '../delegations/occupations.ts';
import { useAsOf } from './AsOf.tsx';
import styles from './printed.module.css';
import { matrixRoute } from './routes.ts';
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
      <Narrowed />
      {first.map((from) => (
        <OnePage key={from} sheet={sheet} from={from} />
      ))}
    </div>
  );
}

/** On paper the choices are not beside it: it says itself what it is of. */
function Narrowed() {
  const { t } = useTranslation();
  const { area, occupation, competenceId } = matrixRoute.useSearch();
  const { data: competences = [] } = useQuery(allCompetences());
  const nameOf = useOccupationNames();
  const said = [
    useAsOf(),
    area && `${t('matrix.area')}: ${t(`area.${area}`)}.`,
    occupation && `${t('matrix.occupation')}: ${nameOf(occupation, true)}.`,
    competenceId &&
      `${t('matrix.competence')}: ${competences.find(({ id }) => id === competenceId)?.name ?? ''}.`,
  ].filter(Boolean);
  return said.length > 0 && <p>{said.join(' ')}</p>;
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
