import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatrixView } from '../../api/schema.ts';
import { Answered } from '../../ui/Answered.tsx';
import { taskMatrix, wantedIn } from './queries.ts';
import { matrixRoute } from './routes.ts';
import { SheetView } from './SheetView.tsx';
import type { Sheet } from './sheet.ts';
import { TaskDetails } from './TaskDetails.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** Who may do what, and on what ground. */
export function TaskMatrix() {
  const search = matrixRoute.useSearch();
  const query = useQuery(taskMatrix(wantedIn(search)));
  return <Answered query={query}>{(matrix) => <Shown matrix={matrix} />}</Answered>;
}

function Shown({ matrix }: { matrix: MatrixView }) {
  const { t } = useTranslation();
  const { person, task } = matrixRoute.useSearch();
  const navigate = matrixRoute.useNavigate();
  const sheet: Sheet = {
    name: t('matrix.title'),
    corner: t('matrix.corner.tasks'),
    people: matrix.people,
    lines: matrix.tasks.map(({ id, name, area }) => ({ id, name, group: t(`area.${area}`) })),
    cell: (line, column) => <VerdictMark matrix={matrix} line={line} person={column} />,
  };
  return (
    <SheetView
      sheet={sheet}
      of="tasks"
      personId={person}
      lineId={task}
      onChoose={(personId, lineId) =>
        navigate({ search: (now) => ({ ...now, person: personId, task: lineId }), replace: true })
      }
    >
      {person && task && (
        <TaskDetails
          person={matrix.people.find(({ id }) => id === person)}
          task={matrix.tasks.find(({ id }) => id === task)}
        />
      )}
    </SheetView>
  );
}
