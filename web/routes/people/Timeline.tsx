import { type Lasting, placeIn, type Span, yearsIn } from './period.ts';
import styles from './timeline.module.css';

export interface Bar extends Lasting {
  /** What holds, what was taken, and what came of both. */
  readonly kind: 'held' | 'struck' | 'right';
}

/** Periods as bars on the axis of the span; the same stands in words beside it, so it is for eyes only. */
export function Track({ span, bars }: { span: Span; bars: readonly Bar[] }) {
  const now = placeIn(span, Date.now());
  return (
    <svg className={styles.track} aria-hidden="true" focusable="false" width="100%" height="28">
      <line x1="0" x2="100%" y1="14" y2="14" className={styles.ground} />
      {bars.map((bar) => {
        const from = placeIn(span, Date.parse(bar.validFrom));
        const to = bar.validTo ? placeIn(span, Date.parse(bar.validTo)) : 100;
        return (
          <rect
            key={`${bar.kind} ${bar.validFrom}`}
            className={styles[bar.kind]}
            x={`${from}%`}
            width={`${Math.max(0.6, to - from)}%`}
            y={bar.kind === 'struck' ? 3 : 7}
            height={bar.kind === 'struck' ? 22 : 14}
            rx="3"
          />
        );
      })}
      <line x1={`${now}%`} x2={`${now}%`} y1="0" y2="28" className={styles.now} />
    </svg>
  );
}

/** The years beneath the tracks. */
export function Years({ span }: { span: Span }) {
  return (
    <svg className={styles.years} aria-hidden="true" focusable="false" width="100%" height="22">
      {yearsIn(span)
        .map(({ year, at }) => ({ year, x: placeIn(span, at) }))
        .filter(({ x }) => x < 94)
        .map(({ year, x }) => (
          <g key={year}>
            <line x1={`${x}%`} x2={`${x}%`} y1="0" y2="5" className={styles.ground} />
            <text x={`${x}%`} y="18">
              {year}
            </text>
          </g>
        ))}
    </svg>
  );
}
