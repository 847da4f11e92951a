import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { ToldProblem } from '../tools/told-problem.mjs';
import { findBrowser, isSnap, systemBrowsers } from './browser.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { onPath } from './on-path.mjs';
import { pinnedNode } from './pinned-node.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-setup-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function program(name: string, script = ''): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('set-up', () => {
  it('refuses a Node older than 20, and says which is needed', () => {
    expect(() => checkNodeVersion('18.19.0')).toThrow(/18\.19\.0 is too old.*20/);
    expect(() => checkNodeVersion('20.0.0')).not.toThrow();
  });

  it('finds a command on PATH only if it can be run', () => {
    vi.stubEnv('PATH', folder);
    const tool = program('certbridge-tool');
    expect(onPath('certbridge-tool')).toBe(tool);
    chmodSync(tool, 0o644);
    expect(onPath('certbridge-tool')).toBeUndefined();
  });

  it('takes the browser that CERTBRIDGE_BROWSER names, and says so when it is not there', () => {
    vi.stubEnv('CERTBRIDGE_BROWSER', program('my-chromium'));
    expect(findBrowser(ROOT)).toBe(join(folder, 'my-chromium'));
    vi.stubEnv('CERTBRIDGE_BROWSER', join(folder, 'gone'));
    expect(() => findBrowser(ROOT)).toThrow(ToldProblem);
  });

  it('does not take a script that only calls a snap for a browser', () => {
    expect(isSnap(program('stub', 'exec /snap/bin/chromium "$@"'))).toBe(true);
    expect(isSnap(program('wrapper', 'exec /usr/lib/chromium/chromium "$@"'))).toBe(false);
  });

  it('says what is wrong with the browsers of the system, as it is', () => {
    expect(systemBrowsers([join(folder, 'gone')]).en).toBe('This system has no chromium');
    const snap = program('chromium-browser', 'exec /snap/bin/chromium "$@"');
    expect(systemBrowsers([snap]).en).toBe(`${snap} is a snap and cannot load the extension`);
    const locked = program('chromium');
    chmodSync(locked, 0o644);
    expect(systemBrowsers([locked, snap]).en).toBe(`${locked} may not be executed`);
  });

  it('goes on with the Node that package.json pins, and with no other', () => {
    expect(pinnedNode(ROOT)).toBe(join(ROOT, 'node_modules/node/bin/node'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { node: '22.23.3' } }));
    expect(() => pinnedNode(folder)).toThrow(/no Node 22\.23\.3/);
  });

  it('tells a problem in both languages, with the next steps as they are typed', () => {
    const text = new ToldProblem({
      zh: '缺少软件包。',
      en: 'A package is missing.',
      details: ['sudo apt-get install x'],
    }).toText();
    expect(text).toContain('✗ 缺少软件包。\n  A package is missing.\n\n    sudo apt-get install x');
  });
});
