import './meter.css';

interface MeterProps {
  /** 0–100. */
  percentage: number;
  /** What it measures; null where the words beside it say so already. */
  label: string | null;
}

/** How far one has come. */
export function Meter({ percentage, label }: MeterProps) {
  const value = Math.min(100, Math.max(0, percentage));
  const bar = <span className="meter__bar" style={{ inlineSize: `${value}%` }} />;
  if (label === null) return <span className="meter" aria-hidden="true" data-complete={value === 100}>{bar}</span>;
  return (
    <span
      className="meter"
      data-complete={value === 100}
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.floor(value)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      {bar}
    </span>
  );
}
