import { MinusIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetenceMatrixView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { CompetenceDetails } from './CompetenceDetails.tsx';
import { HoldingMark } from './HoldingMark.tsx';
import { Mark } from './Mark.tsx';
import { competenceMatrix, wantedIn } from './queries.ts';
import { matrixRoute } from './routes.ts';
import { SheetView } from './SheetView.tsx';
import { placeOf, type Sheet } from './sheet.ts';

/** Who masters what, what runs out, and what is missing. */
export function CompetenceMatrix() {
  const search = matrixRoute.useSearch();
  const query = useQuery(competenceMatrix(wantedIn(search)));
  return <Answered query={query}>{(matrix) => <Shown matrix={matrix} />}</Answered>;
}

function Shown({ matrix }: { matrix: CompetenceMatrixView }) {
  const { t } = useTranslation();
  const { person, competence } = matrixRoute.useSearch();
  const navigate = matrixRoute.useNavigate();
  const cells = useMemo(
    () => new Map(matrix.cells.map((cell) => [`${cell.competence} ${cell.person}`, cell])),
    [matrix],
  );
  const sheet: Sheet = {
    name: t('matrix.title'),
    corner: t('matrix.corner.competences'),
    people: matrix.people,
    lines: matrix.competences.map(({ id, name }) => ({ id, name, group: '' })),
    cell: (line, column) => {
      const cell = cells.get(`${line} ${column}`);
      return cell ? (
        <HoldingMark cell={cell} />
      ) : (
        <Mark icon={MinusIcon} tone="none" word={t('holding.none')} />
      );
    },
  };
  const place = placeOf(sheet, person, competence);
  return (
    <SheetView
      sheet={sheet}
      of="competences"
      personId={person}
      lineId={competence}
      onChoose={(personId, lineId) =>
        navigate({ search: (now) => ({ ...now, person: personId, competence: lineId }), replace: true })
      }
    >
      {place && (
        <CompetenceDetails matrix={matrix} place={place} cell={cells.get(`${place.row} ${place.column}`)} />
      )}
    </SheetView>
  );
}
