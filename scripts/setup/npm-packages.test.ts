import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './npm-packages.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'certbridge-setup-'));
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

const zod = { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' } };

function lay(file: string, packages: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

describe('npm packages count as installed', () => {
  it('when npm recorded exactly what the lockfile says', () => {
    lay('package-lock.json', { '': { version: '1.0.0' }, ...zod });
    lay('node_modules/.package-lock.json', zod);
    expect(isInstalled(root)).toBe(true);
  });

  it('also without the optional packages of other platforms', () => {
    lay('package-lock.json', { ...zod, 'node_modules/darwin-only': { version: '1.0.0', optional: true } });
    lay('node_modules/.package-lock.json', zod);
    expect(isInstalled(root)).toBe(true);
  });
});

describe('npm packages are installed again', () => {
  it('when an install was interrupted before npm wrote its record', () => {
    lay('package-lock.json', zod);
    expect(isInstalled(root)).toBe(false);
  });

  it.each([
    ['version', { version: '4.0.1', integrity: 'sha512-a' }],
    ['content', { version: '4.0.0', integrity: 'sha512-b' }],
  ])('when the lockfile now asks for another %s', (_, wanted) => {
    lay('package-lock.json', { 'node_modules/zod': wanted });
    lay('node_modules/.package-lock.json', zod);
    expect(isInstalled(root)).toBe(false);
  });

  it('when the lockfile now asks for one more', () => {
    lay('package-lock.json', { ...zod, 'node_modules/preact': { version: '11.0.0' } });
    lay('node_modules/.package-lock.json', zod);
    expect(isInstalled(root)).toBe(false);
  });
});
