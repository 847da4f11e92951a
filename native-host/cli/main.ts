import { fileURLToPath } from 'node:url';
import { doctor } from './commands/doctor.ts';
import { help } from './commands/help.ts';
import { keys } from './commands/keys.ts';
import { log } from './commands/log.ts';
import { profile } from './commands/profile-check.ts';
import { register } from './commands/register.ts';
import { unregister } from './commands/unregister.ts';
import { programsBeside } from './programs.ts';
import { readArguments } from './read-arguments.ts';
import { tellFileFault } from './tell-file-fault.ts';
import type { CliCommand } from './terminal.ts';
import { say } from './terminal.ts';

const COMMANDS: { readonly [name: string]: CliCommand } = {
  doctor,
  keys,
  profile,
  log,
  register,
  unregister,
  help,
};

const programs = programsBeside(fileURLToPath(import.meta.url));
const given = readArguments(process.argv.slice(2));
const command = Object.hasOwn(COMMANDS, given.command) ? COMMANDS[given.command] : undefined;
if (!command || given.unknown.length > 0) {
  say(`不认识：${[...(command ? [] : [given.command]), ...given.unknown].join(' ')} · Not understood.`, '');
}
try {
  const understood = given.unknown.length === 0 ? command : undefined;
  process.exitCode = understood ? await understood(given, programs) : await help(given, programs).then(() => 2);
} catch (fault) {
  tellFileFault(fault);
  process.exitCode = 1;
}
