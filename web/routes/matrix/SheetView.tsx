import { XMarkIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Grid } from './Grid.tsx';
import styles from './matrix.module.css';
import { OneAtATime } from './OneAtATime.tsx';
import { Printed } from './Printed.tsx';
import type { Subject } from './routes.ts';
import { placeOf, type Sheet } from './sheet.ts';
import { Tools } from './Tools.tsx';
import { useNarrow } from './useNarrow.ts';

interface Asked {
  readonly sheet: Sheet;
  readonly of: Subject;
  readonly personId: string | undefined;
  readonly lineId: string | undefined;
  readonly onChoose: (personId: string | undefined, lineId: string | undefined) => void;
  /** The details of the open cell. */
  readonly children: ReactNode;
}

/** The grid with what is open beside it; on a phone one person or one line at a time. */
export function SheetView({ sheet, of, personId, lineId, onChoose, children }: Asked) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const grid = useRef<HTMLDivElement>(null);
  const { people, lines } = sheet;
  if (people.length === 0 || lines.length === 0) return <EmptyState text={t(`matrix.none.${of}`)} />;
  const chosen = placeOf(sheet, personId, lineId);
  const close = () => {
    onChoose(personId, undefined);
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const details = chosen && (
    <Details key={`${personId} ${lineId}`} onClose={close}>
      {children}
    </Details>
  );
  return (
    <>
      {narrow ? (
        (details ?? <OneAtATime sheet={sheet} personId={personId} lineId={lineId} onChoose={onChoose} />)
      ) : (
        <div className={styles.split} ref={grid}>
          <Grid
            sheet={sheet}
            chosen={chosen}
            onOpen={({ row, column }) => onChoose(people[column]?.id, lines[row]?.id)}
          />
          {details}
        </div>
      )}
      <Tools of={of} />
      <Printed sheet={sheet} />
    </>
  );
}

/** What a cell says in full; takes the focus when it is opened, and Escape closes it. */
function Details({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.details}
      aria-label={t('matrix.details')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Button
        size="small"
        variant="tertiary"
        data-color="neutral"
        className={styles.close}
        icon={<XMarkIcon aria-hidden />}
        onClick={onClose}
      >
        {t('app.close')}
      </Button>
      {children}
    </aside>
  );
}
