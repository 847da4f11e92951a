import { expect as impatient } from 'playwright/test';

/** As patient in the tour as in the flows: what is awaited comes by itself, on a busy machine later. */
export const expect = impatient.configure({ timeout: 20_000 });
