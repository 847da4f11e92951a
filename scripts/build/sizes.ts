import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

const KB = 1000;

export interface Size {
  readonly part: string;
  readonly files: readonly string[];
  readonly gzipBytes: number;
  readonly limitBytes: number;
}

interface Manifest {
  readonly background: { readonly service_worker: string };
  readonly content_scripts?: readonly { readonly js?: readonly string[]; readonly css?: readonly string[] }[];
}

/**
 * What a browser loads at first, gzipped file by file: a content script costs every visit of a portal, the background
 * every wake-up, the panel the moment in which somebody waits for it.
 */
export function measureSizes(extensionDir: string): Size[] {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
  const content = (manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) => [...js, ...css]);
  const measure = (part: string, entries: readonly string[], limitBytes: number): Size => {
    const files = loadedAtFirst(extensionDir, entries);
    const gzipBytes = files.reduce((sum, file) => sum + gzipped(join(extensionDir, file)), 0);
    return { part, files, gzipBytes, limitBytes };
  };
  return [
    measure('content script', content, 8 * KB),
    measure('background', [manifest.background.service_worker], 14 * KB),
    measure('panel, first load', ['extension/panel/index.html'], 60 * KB),
  ];
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** The entries and all that they need before they can run: static imports, and what a page links. */
function loadedAtFirst(folder: string, entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const needed of neededBy(file, code)) found.add(needed);
  }
  return [...found];
}

function neededBy(file: string, code: string): string[] {
  if (file.endsWith('.html')) return linkedFrom(file, code);
  if (!/\.m?js$/.test(file)) return [];
  const { staticImports, staticExports } = parseSync(file, code).module;
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
  ];
  return requests.map(({ value }) => inside(file, value));
}

function linkedFrom(file: string, html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /rel="?(stylesheet|modulepreload)/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
    .map((address) => inside(file, address));
}

function inside(from: string, address: string): string {
  return address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(from), address);
}
