/** The day of the drawings. */
export const SAMPLE_NOW = new Date('2025-11-21T10:30:00+08:00');
