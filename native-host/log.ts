/** One line for the browser's own log. Codes and counts only: neither names, serials nor messages' contents. */
export type Log = (line: string) => void;

export const logToStderr: Log = (line) => {
  process.stderr.write(`certbridge-host ${line}\n`);
};
