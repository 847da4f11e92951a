const COMPUTER = 'M57 12h30a5 5 0 0 1 5 5v26a5 5 0 0 1-5 5H57a5 5 0 0 1-5-5V17a5 5 0 0 1 5-5ZM60 56h24M72 48v8';
const PLUG = 'M52 24h-6v12h6';

/** Line drawings on a 96 × 60 ground. */
export const LINE_DRAWINGS = {
  /** A key before the computer's port. */
  'plug-in': `${COMPUTER}${PLUG}M6 22h26a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6ZM35 26h6v8h-6M12 30h8`,
  /** The computer, and a broken line to the key. */
  'host-missing': `${COMPUTER}M6 22h20a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6ZM29 26h5v8h-5M12 30h6M40 24l4 4M44 24l-4 4M40 36h.01M44 36h.01M67 25.5a5 5 0 1 1 7 4.6c-1.4.7-2 1.4-2 3M72 38v.01`,
  /** The computer, and a line that is being joined again. */
  'host-away': `${COMPUTER}${PLUG}M6 22h22a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H6ZM12 30h8M36 30h.01M40 30h.01M79.500 28a8 8 0 1 0-2.200 7.400M80 24l-.5 4.500-4.500-.6`,
  /** Sheets with nothing on them. */
  'no-orders': 'M34 8h24l10 10v34H34ZM58 8v10h10M42 28h10M42 36h18M42 44h14M28 14v44h34',
} as const;

export type LineDrawing = keyof typeof LINE_DRAWINGS;
