/** What `reg query KEY /s` prints below one browser's policies: values, and lists as subkeys with numbered values. */
export function readRegistry(printed: string, browser: string): Record<string, unknown> {
  const policies: Record<string, unknown> = {};
  let list: unknown[] | undefined;
  for (const line of printed.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) {
      const name = listNamed(line, browser);
      list = name === undefined ? undefined : [];
      if (name !== undefined) policies[name] = list;
    }
    const value = valueIn(line);
    if (value && list) list.push(value.value);
    else if (value) policies[value.name] = value.value;
  }
  return policies;
}

function valueIn(line: string): { readonly name: string; readonly value: unknown } | undefined {
  const [, name, type, value] = /^ {4}(\S+) {4}(REG_\w+) {4}(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) return undefined;
  return { name, value: type === 'REG_DWORD' ? Number(value) : value };
}

/** The part of a key's name behind the browser's own. */
function listNamed(key: string, browser: string): string | undefined {
  const at = key.toLowerCase().lastIndexOf(`\\policies\\${browser.toLowerCase()}\\`);
  return at < 0 ? undefined : key.slice(at + `\\policies\\${browser}\\`.length).trim();
}
