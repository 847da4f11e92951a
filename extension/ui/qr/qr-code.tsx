import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Light modules around the code without which it is not found (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

export interface QrCodeProps {
  readonly text: string;
  /** What it is for, for those who do not see it. */
  readonly label: string;
}

/** Dark on light in every theme: many phones do not read it the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { path, side } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: 0 });
    return { path: qrPath(data), side: size + 2 * QUIET_ZONE };
  }, [text]);
  return (
    <svg class="qr" viewBox={`-${QUIET_ZONE} -${QUIET_ZONE} ${side} ${side}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
