import { Select } from '@navikt/ds-react';
import { useTranslation } from 'react-i18next';
import { Entries, type Entry } from './Entries.tsx';
import styles from './matrix.module.css';
import type { Sheet } from './sheet.ts';

interface Asked {
  readonly sheet: Sheet;
  readonly personId: string | undefined;
  readonly lineId: string | undefined;
  readonly onChoose: (personId: string | undefined, lineId: string | undefined) => void;
}

/** One person with all lines, or one line with all people: what a narrow screen has room for. */
export function OneAtATime(asked: Asked) {
  const { sheet, personId, lineId, onChoose } = asked;
  const { people, lines, cell } = sheet;
  const ofLine = lines.findIndex(({ id }) => id === lineId);
  const ofPerson = shownOf(asked);
  const entries: Entry[] =
    ofLine >= 0
      ? people.map(({ id, name, title }, i) => ({
          ...{ id, name, more: title, mark: cell(ofLine, i) },
          open: () => onChoose(id, lineId),
        }))
      : lines.map(({ id, name, group }, i) => ({
          ...{ id, name, more: group, mark: cell(i, ofPerson) },
          open: () => onChoose(people[ofPerson]?.id ?? personId, id),
        }));
  return (
    <>
      <Choice {...asked} isOfLine={ofLine >= 0} />
      <Entries entries={entries} />
    </>
  );
}

/** The place of the person who is shown; the first where nobody is chosen. */
const shownOf = ({ sheet: { people }, personId }: Asked): number =>
  Math.max(
    0,
    people.findIndex(({ id }) => id === personId),
  );

function Choice({ isOfLine, ...asked }: Asked & { isOfLine: boolean }) {
  const { t } = useTranslation();
  const { sheet, personId, lineId, onChoose } = asked;
  const { people, lines, corner } = sheet;
  return (
    <div className={styles.filters}>
      <Select
        label={t('matrix.person')}
        value={isOfLine ? '' : (people[shownOf(asked)]?.id ?? '')}
        onChange={({ target }) => onChoose(target.value || undefined, undefined)}
      >
        {isOfLine && <option value="">{t('matrix.everybody')}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={corner}
        value={isOfLine ? lineId : ''}
        onChange={({ target }) =>
          target.value ? onChoose(undefined, target.value) : onChoose(personId, undefined)
        }
      >
        <option value="">{t('matrix.allOfThem')}</option>
        {lines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
