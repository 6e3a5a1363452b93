import { Button } from '@navikt/ds-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './outcome.module.css';

interface Outcome {
  readonly text: string;
  /** Takes back what was done, where an act has a counterpart. */
  readonly undo?: () => unknown;
}

const Say = createContext<(outcome: Outcome) => void>(() => undefined);

/** Says what came of an act, to eyes and to screen readers alike; with `undo` it can be taken back for ten seconds. */
export const useOutcome = () => useContext(Say);

const shownFor = 10_000;

export function OutcomeProvider({ children }: { children: ReactNode }) {
  const [outcome, say] = useShown();
  const undo = async () => {
    const taken = outcome?.undo;
    say(null);
    await taken?.();
  };
  return (
    <Say value={say}>
      {children}
      <div className={styles.place}>
        <div role="status">{outcome && <p className={styles.text}>{outcome.text}</p>}</div>
        {outcome && <Buttons undo={outcome.undo && undo} dismiss={() => say(null)} />}
      </div>
    </Say>
  );
}

/** The last outcome, until its time is over. */
function useShown() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const timer = useRef(0);
  const say = useCallback((next: Outcome | null) => {
    clearTimeout(timer.current);
    setOutcome(next);
    if (next) timer.current = window.setTimeout(() => setOutcome(null), shownFor);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [outcome, say] as const;
}

interface Offered {
  readonly undo: (() => void) | undefined;
  readonly dismiss: () => void;
}

function Buttons({ undo, dismiss }: Offered) {
  const { t } = useTranslation();
  return (
    <>
      {undo && (
        <Button variant="secondary" data-color="neutral" onClick={undo}>
          {t('app.undo')}
        </Button>
      )}
      <Button variant="tertiary" data-color="neutral" onClick={dismiss}>
        {t('app.dismiss')}
      </Button>
    </>
  );
}
