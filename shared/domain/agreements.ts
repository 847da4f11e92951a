/** The texts that an applicant agrees to, in their versions in force. A new text has a new date; orders keep theirs. */
export const AGREEMENTS = [
  { id: 'service-agreement', version: '2026-11-01' },
  { id: 'privacy-policy', version: '2026-11-01' },
] as const;
