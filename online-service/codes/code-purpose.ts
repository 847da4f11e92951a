/** What a code is for: it opens nothing else. */
export const CODE_PURPOSES = ['sign', 'authorise', 'query'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];
