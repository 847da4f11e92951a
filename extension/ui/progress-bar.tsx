import './progress-bar.css';

export interface ProgressBarProps {
  /** What it measures, for those who do not see where it stands. */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** Words beside it say the same. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return <progress class="progress" aria-label={label} value={value} max={max} />;
}
