/** Points; 72 to the inch. */
export const MM = 72 / 25.4;

/** A4 (ISO 216) with the margins of an office form: room to punch on the left. */
export const PAGE = { width: 210 * MM, height: 297 * MM } as const;
export const LEFT = 20 * MM;
export const WIDTH = PAGE.width - 2 * LEFT;
export const TOP = 18 * MM;
/** Above the foot of the page. */
export const BOTTOM = PAGE.height - 24 * MM;

export const INK = { text: '#1a1f26', quiet: '#5a6572', line: '#8d99a6', head: '#e6edf4', label: '#f5f7f9' } as const;

export const SIZE = { title: 20, heading: 10.5, text: 10, small: 8.5, foot: 7 } as const;
