import { expect, it } from 'vitest';
import { isShipped } from '../../scripts/lint/source-files.ts';
import { sourcesUnder } from './support/project.ts';

const extension = sourcesUnder('extension/').filter(({ path }) => isShipped(path));

it('only the native client of the background connects to the host', () => {
  const places = using(/\bconnectNative\b|\bsendNativeMessage\b/);
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((path) => !path.startsWith('extension/background/native-client/'))).toEqual([]);
});

it('only the online client of the panel calls the service', () => {
  const places = using(/\bfetch\b|\bXMLHttpRequest\b|\bEventSource\b|\bWebSocket\b|\bsendBeacon\b/);
  expect(places.some((path) => path.startsWith('extension/panel/online-client/'))).toBe(true);
  // The background reads its own config.json, a file of the extension.
  const allowed = /^extension\/(panel\/online-client\/|background\/config\.ts$)/;
  expect(places.filter((path) => !allowed.test(path))).toEqual([]);
});

it('nothing in the extension runs text as code or writes text as markup', () => {
  const dangerous =
    /\beval\(|new Function\(|\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|dangerouslySetInnerHTML/;
  expect(using(dangerous)).toEqual([]);
});

/** Comments may speak of it. */
function using(word: RegExp): string[] {
  return extension.filter(({ text }) => word.test(withoutComments(text))).map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}
