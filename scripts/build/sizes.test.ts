import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { measureSizes } from './sizes.ts';

let folder: string;

const FILES = {
  'manifest.json': JSON.stringify({
    background: { service_worker: 'loader.js' },
    content_scripts: [{ js: ['content.js'] }],
  }),
  'loader.js': "import './assets/background.js';",
  'assets/background.js': "import{x}from'./shared.js';export*from'./more.js';import('./later.js');x();",
  'assets/shared.js': 'export const x=()=>1;',
  'assets/more.js': 'export const y=2;',
  'assets/later.js': 'console.log(1);',
  'content.js': '(()=>{})()',
  'extension/panel/index.html':
    '<script type="module" src="/assets/panel.js"></script><link rel="stylesheet" href="/assets/panel.css"><link rel="icon" href="/icon.png">',
  'assets/panel.js': "import'./shared.js';",
  'assets/panel.css': 'p{color:red}',
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-sizes-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

it('a part weighs what it needs before it can run, and not what it may load later', () => {
  const [content, background, panel] = measureSizes(folder);
  expect(content?.files).toEqual(['content.js']);
  expect(background?.files.toSorted()).toEqual([
    'assets/background.js',
    'assets/more.js',
    'assets/shared.js',
    'loader.js',
  ]);
  expect(panel?.files.toSorted()).toEqual([
    'assets/panel.css',
    'assets/panel.js',
    'assets/shared.js',
    'extension/panel/index.html',
  ]);
  expect(content?.gzipBytes).toBe(gzipSync(FILES['content.js'], { level: 9 }).length);
});
