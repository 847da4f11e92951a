const WAVES = Array.from({ length: 11 }, (_, line) => wave(40 + 4 * line, 26 + 2 * line));
const PETALS = Array.from({ length: 18 }, (_, petal) => petal * 10);

/** The security printing behind a key: fine waves that swell from line to line. */
export function KeyWaves() {
  return (
    <svg class="print" viewBox="0 0 388 124" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      {WAVES.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** … and a rosette of turned ellipses around the ring. */
export function KeyRosette() {
  return (
    <svg class="ros" viewBox="-100 -100 200 200" aria-hidden="true">
      {PETALS.map((degrees) => (
        <ellipse key={degrees} rx="96" ry="42" transform={`rotate(${degrees})`} />
      ))}
    </svg>
  );
}

function wave(y: number, swing: number): string {
  return `M0 ${y}q30-${swing} 60 0${'t60 0'.repeat(6)}`;
}
