import { expect, it } from 'vitest';
import manifest from './package.json' with { type: 'json' };
import { HOST_VERSION } from './version.ts';

it('the host tells the version that it is released under', () => {
  expect(HOST_VERSION).toBe(manifest.version);
});
