/** In this order: what is inside a larger mask is not looked at again. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  // Folders name the user of this computer.
  [/(?:[A-Za-z]:)?[\\/](?:[^\\/\s:]+[\\/])+/g, '…/'],
  [/[\w.+-]+@[\w.-]+/g, '[mail]'],
  // A key's name is its driver and its serial.
  [/\b([\w.-]{1,40}):(?!\s|\d\d:)[^\s,;)\]]{3,}/g, '$1:[key]'],
  // Serials, fingerprints, certificate and identity numbers. A CKR code or an error's number is shorter.
  [/(?<![\w-])(?!0x)(?=[\w-]*\d)[0-9A-Za-z-]{8,}(?![\w-])/g, '[number]'],
  [/\b0x[0-9A-Fa-f]{9,}\b/g, '[number]'],
  // As long as a password may be. None is ever logged, and a driver's own words are not ours.
  [/(?<![\w-])\d{6,}(?![\w-])/g, '[number]'],
  // Names of people and firms, and labels: our own lines are in ASCII.
  [/[^\x20-\x7e…]+/g, '[text]'],
];

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z /;

/** A line of the log as it may be sent away: nothing in it leads to a key or its holder. */
export function redactLine(line: string): string {
  const [time = ''] = TIME.exec(line) ?? [];
  return time + MASKS.reduce((text, [pattern, mask]) => text.replace(pattern, mask), line.slice(time.length));
}
